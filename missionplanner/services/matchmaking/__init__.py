"""Arrange B2B sessions: slots, tables, who takes part, wishes, the timetable. Each function is one undo step."""
