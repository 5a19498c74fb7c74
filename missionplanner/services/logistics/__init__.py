"""Plan how people travel, where they sleep and what drives them. Each function is one edit and one undo step."""
