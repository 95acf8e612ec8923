"""The vocabulary: everything an author can write, closed and frozen."""
