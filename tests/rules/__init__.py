"""What can be wrong with content."""
