"""Plan on screen how people travel, where they sleep and what drives them."""
