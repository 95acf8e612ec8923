"""Formulas: units, bounds, and what comes out, exactly."""
