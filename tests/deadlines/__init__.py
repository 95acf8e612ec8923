"""Days on which deadlines end."""
