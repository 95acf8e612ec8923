"""Guideway: structured guides become a searchable static site."""

__version__ = "0.1.0"
