"""The whole way from content to files: what holds for every input, and hostile ones."""
