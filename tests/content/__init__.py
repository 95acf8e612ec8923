"""Our own content: without problems, and readers are told what they should be."""
