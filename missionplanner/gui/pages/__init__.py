"""Hold one screen a file; no page knows another."""
