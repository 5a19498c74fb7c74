"""Do what people ask for on the agenda: edits, the clipboard, seeing it as somebody, judging a drag."""
