"""Whole sites that are not ours."""
