"""Set type: shaping, fonts, lines, structure and files of everything on paper."""

from missionplanner.documents.typeset.batch import Batch
from missionplanner.documents.typeset.block import Block
from missionplanner.documents.typeset.document import A4, Document, Page, Placing
from missionplanner.documents.typeset.shaping import Style

__all__ = ["A4", "Batch", "Block", "Document", "Page", "Placing", "Style"]
