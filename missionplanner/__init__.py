"""Plan delegation missions: agenda, people, paper and report, offline in one file."""

__version__ = "0.1.0"
