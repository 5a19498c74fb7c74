"""Hold the rules of delegation missions: plain Python, no storage, no screen, no paper."""
