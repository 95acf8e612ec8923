"""How well, how fast and with how many bytes the search finds things, beside other engines."""
