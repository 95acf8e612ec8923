"""The only part that touches the world: files, the engine, the finished site."""
