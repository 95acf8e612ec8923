"""Draws the icon of the site as a picture for oEmbed: run it when the icon changes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from guideway.editions.embeds.oembed import PICTURE, SIDE
from tools.browser import HOW, find_browser

THEME = Path(__file__).parent.parent / "templates" / "theme"
_COLOURS = 64
_PAGE = "<style>body{{margin:0}}svg{{display:block;width:{side}px}}</style>{svg}"


def drawn(browser: Browser) -> Image.Image:
    """Let a browser draw it."""
    page = browser.new_page(viewport={"width": SIDE, "height": SIDE})
    page.set_content(_PAGE.format(side=SIDE, svg=(THEME / "assets" / "icon.svg").read_text()))
    taken = page.screenshot(omit_background=True)
    page.close()
    return Image.open(BytesIO(taken)).convert("RGBA")


if __name__ == "__main__":
    path = find_browser()
    if not path:
        raise SystemExit(HOW)
    with sync_playwright() as playwright:
        icon = drawn(playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]))
    icon.quantize(_COLOURS).save(THEME / PICTURE, optimize=True)
    print(f"{THEME / PICTURE}")
