"""Measurements that are too slow, or need too much from outside, for the tests."""
