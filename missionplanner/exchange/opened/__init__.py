"""Open what people send (Word, PDF, HTML, mails, text) as lines and tables in the order they are read."""
