"""Our pages on the sites of others."""
