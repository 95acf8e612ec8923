"""How an address of a page, or the name of a site, stands in a text."""

import re

_ENDINGS = "com|cn|net|org|gov|edu|info|top|vip|xyz|cc|io|app|example"
ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s，。；：、（）“”]+"
    rf"|(?<![a-z0-9_.@-])(?:[a-z0-9-]+\.)+(?:{_ENDINGS})(?![a-z0-9_-])",
    re.IGNORECASE,
)
"""An address, or a name with an ending that sites have; no space need stand before it."""
MAILBOX = re.compile(r"[a-z0-9][a-z0-9._+-]{0,63}@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
"""Where mail goes."""
