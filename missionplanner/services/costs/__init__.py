"""Keep the money of a mission: budget, offers, expenses and their receipts."""
