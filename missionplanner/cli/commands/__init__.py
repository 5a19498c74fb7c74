"""Hold the commands, by subject. Each loads the services it needs when it runs."""
