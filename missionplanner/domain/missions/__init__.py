"""Copy missions, put them off, tell their phase and how ready they are."""
