"""Read cells as people write them: names, phones, days, countries, sums and the field's own words."""
