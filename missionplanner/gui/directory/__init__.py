"""Say what the lists of the directory are: organisations, people, places, initiatives, value chains."""
