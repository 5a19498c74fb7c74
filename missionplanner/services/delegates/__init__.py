"""Keep the delegation of a mission, its groups, and the forms sent to those who travel."""
