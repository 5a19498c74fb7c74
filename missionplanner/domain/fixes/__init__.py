"""Find ways out of what a check found: pure steps, each tried before it is offered."""

from missionplanner.domain.fixes.offer import AT_MOST, WAYS_OUT, fixes_for, way_of, ways_for
from missionplanner.domain.fixes.trial import Trial
from missionplanner.domain.fixes.ways import Way

__all__ = ["AT_MOST", "WAYS_OUT", "Trial", "Way", "fixes_for", "way_of", "ways_for"]
