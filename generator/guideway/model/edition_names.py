"""The forms of a site that can be left out, by their names."""

from typing import Literal, get_args

Edition = Literal["bundle", "single", "library", "embeds", "exports"]
"""A form of the site that can be left out; the website is always made, and its search with it."""
EDITIONS = frozenset[Edition](get_args(Edition))
