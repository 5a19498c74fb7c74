"""Deal with the partners at the other end: what was asked, what was answered, what their door asks for."""
