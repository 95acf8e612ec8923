"""Articles that become drafts."""
