"""What is made for offline use."""
