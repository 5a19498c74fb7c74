"""Keep the people, organisations and places of the workspace, and what it remembers of them."""
