"""Read and write the formats missions travel in: files, tables, calendars, documents."""
