"""Hold what every layer stands on: errors, words, paths, files. Knows nothing of missions."""
