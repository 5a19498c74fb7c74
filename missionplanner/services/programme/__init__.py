"""Plan the programme: each function one use case on its rows, one undo step."""
