"""Compose and draw everything printed: pure functions from a frozen plan to bytes."""
