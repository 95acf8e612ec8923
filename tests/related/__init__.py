"""Related pages."""
