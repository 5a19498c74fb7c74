"""Know the world without a network: cities, airports, regions, holidays, zones, distances."""
