"""The tests. `tests/README.md` says where to find what."""
