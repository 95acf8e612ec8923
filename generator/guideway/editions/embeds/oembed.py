"""What oEmbed 1.0 says of a page: a static document of type `rich`."""

import json
from html import escape
from typing import Any

from guideway.editions.embeds.frames import Frame
from guideway.editions.embeds.home import Home

WIDTH, HEIGHT = 640, 800
"""Pixels. A consumer that needs less cuts; with our script the frame is as high as its content."""

PICTURE, SIDE = "embed/icon.png", 512
"""The icon of the site as a square picture, in pixels: `templates/theme/embed/icon.png`."""

SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
_DAY = 86_400


def oembed_file(frame: Frame, home: Home) -> tuple[str, str]:
    """Give path and text. While the site has no address, its HTML is a link from its place."""
    site = home.address
    shown = (
        f'<iframe src="{escape(site + frame.url)}" title="{escape(frame.whole.title)}"'
        f' width="{WIDTH}" height="{HEIGHT}" loading="lazy" referrerpolicy="no-referrer"'
        f' sandbox="{SANDBOX}" style="border:0;max-width:100%"></iframe>'
    )
    link = f'<a href="../{frame.whole.url}">{escape(frame.whole.title)}</a>'
    said: dict[str, Any] = {
        "version": "1.0",
        "type": "rich",
        "title": frame.whole.title,
        **({"provider_name": home.name} if home.name else {}),
        **(_at(site) if site else {}),
        "cache_age": _DAY,
        "html": shown if site else link,
        "width": WIDTH,
        "height": HEIGHT,
    }
    return f"oembed/{frame.whole.embed}.json", json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _at(site: str) -> dict[str, Any]:
    """Say what can only be said with an address."""
    picture = {"url": site + PICTURE, "width": SIDE, "height": SIDE}
    return {"provider_url": site} | {f"thumbnail_{key}": value for key, value in picture.items()}
