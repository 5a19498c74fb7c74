"""Hold what views show: Qt models over frozen records."""
