"""What only the website has: navigation, what its scripts know, the worker, headers."""
