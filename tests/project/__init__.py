"""Building in the world: files, engine, swap, and whatever stops a build."""
