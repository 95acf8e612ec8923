"""Decisions: counts, proofs, what they hand on, questions asked again."""
