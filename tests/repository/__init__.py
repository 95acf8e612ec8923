"""The rules of the house, and what publishes the site."""
