"""Style sheets, scripts and pictures → what stands inside a page that is one file."""

import base64
import re
from collections.abc import Iterable

from guideway.pages.scripts import ALONE
from guideway.web.css_pruning import fitted
from guideway.web.html import Html
from guideway.web.minify import in_parts, small_script
from guideway.web.page_names import names_in
from guideway.web.site import Site

_SHELL = ("shell", "guideway")
"""The style sheets of every page of ours that does without the engine's theme."""
_KINDS = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv;charset=utf-8",
    "txt": "text/plain;charset=utf-8",
}


def style_of(site: Site, names: Iterable[str], page: str) -> str:
    """Put style sheets in `assets/` together, as far as the HTML of a page needs them."""
    sheets = [site.asset(f"{name}.css") for name in (*_SHELL, *names)]
    return fitted(sheets, names_in(Html(page)))


def script_of(site: Site, names: Iterable[str]) -> str:
    """Put scripts in `assets/` together, small, in their order, after those of every page."""
    parts = (*ALONE, *names)
    small = in_parts((name, small_script(site.asset(f"{name}.js"))) for name in parts)
    return re.sub("</(?=script)", r"<\\/", small, flags=re.IGNORECASE)


def data_of(site: Site, path: str) -> str:
    """Give a picture, or a file to take along, as an address that holds it."""
    kind = _KINDS[path.rpartition(".")[2]]
    return f"data:{kind};base64,{base64.b64encode(site.files[path]).decode()}"
