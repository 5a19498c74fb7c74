"""Make timetables of B2B meetings: who meets whom in which slot, with a proof where python-sat is installed."""
