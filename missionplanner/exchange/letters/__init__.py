"""Read letters that somebody wrote in Word with ``{{fields}}``, and fill them in."""

from missionplanner.exchange.letters.filling import Values, fill, fill_as_one
from missionplanner.exchange.letters.plain import filled_text, named_in
from missionplanner.exchange.letters.template import Template, read
from missionplanner.exchange.letters.writing import plain_starter, starter

__all__ = [
    "Template",
    "Values",
    "fill",
    "fill_as_one",
    "filled_text",
    "named_in",
    "plain_starter",
    "read",
    "starter",
]
