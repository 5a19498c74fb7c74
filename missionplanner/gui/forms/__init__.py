"""Read what people type into records."""
