"""Draw figures as shapes that paper and window paint alike: bars, spans of time, a map of the route."""

from __future__ import annotations

from missionplanner.documents.charts.bars import bars
from missionplanner.documents.charts.drawing import Band, Chart, Letter, Ruler
from missionplanner.documents.charts.route import route_map
from missionplanner.documents.charts.timeline import timeline
from missionplanner.documents.charts.year import year

__all__ = ["Band", "Chart", "Letter", "Ruler", "bars", "route_map", "timeline", "year"]
