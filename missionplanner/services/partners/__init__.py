"""Keep what is asked of partners and what they answer: log, proposed times, lists of visitors."""
