"""Say what can be printed, look at it, print and send it, and know which copies still hold."""
