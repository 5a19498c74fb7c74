"""Show who a mission deals with: partners, their requests, visits and times, and the lists of visitors."""
