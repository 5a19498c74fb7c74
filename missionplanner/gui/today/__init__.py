"""Carry a mission through its day: what is on now and next, what a delay does, whom to ring."""
