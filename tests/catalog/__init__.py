"""Everything by name: what is in force on a day, and what promotes."""
