"""What others need to show our pages on their sites: frames, oEmbed, HTML to paste, data.

Texts in, texts out: it takes pages as they were rendered and gives the files that belong to them.
"""

from guideway.embeds.embed import Embed, Home, is_light

__all__ = ["Embed", "Home", "is_light"]
