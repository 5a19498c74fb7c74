"""Write documents as Word files that can be changed: the same content as paper, in the same order and words."""

from missionplanner.documents.word.writing import WORDED, in_word

__all__ = ["WORDED", "in_word"]
