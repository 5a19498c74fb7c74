"""Write letters and get messages ready to be sent, from the window."""
