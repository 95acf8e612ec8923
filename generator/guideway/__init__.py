"""Guideway: structured guides become a searchable static site."""
