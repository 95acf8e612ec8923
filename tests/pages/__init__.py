"""What is published, and its text."""
