"""Time limits as dates: working days, counting."""
