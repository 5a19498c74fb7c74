"""Look at B2B sessions: who is free, who wishes whom, where a meeting fits, how full days are, which round it is.

Pure rules on one plan; what is written goes through services.
"""
