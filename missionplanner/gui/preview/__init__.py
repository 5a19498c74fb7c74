"""Show the very bytes of a document as they will be printed."""
