"""Scripts and style sheets in as few signs as say the same."""

import re
from collections.abc import Iterable, Mapping

import rcssmin
import rjsmin

from guideway.web.short_names import with_short_names

_OWN = re.compile(r"assets/[a-z-]+\.(js|css)")
"""What the engine's theme brings lies deeper, and is small already."""
_FAILED = 'catch(e){{(globalThis.guideway?.lost||console.error)("{}",e)}}'


def small_script(text: str) -> str:
    """Write a script without comments and space, its own names in few letters."""
    return with_short_names(str(rjsmin.jsmin(text)))


def in_parts(scripts: Iterable[tuple[str, str]]) -> str:
    """Write some scripts, each with its name, as one in which each may fail without the others.

    `guideway.lost` (`scheme.js`) hears which one failed; a mistake of syntax still takes all along.
    """
    return "\n".join(f"try{{{text}\n}}{_FAILED.format(name)}" for name, text in scripts)


def small_style(css: str) -> str:
    """Write a style sheet without comments and space."""
    return str(rcssmin.cssmin(css))


def small_files(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Write the scripts and style sheets of a site that are its own in few signs."""
    small = {"js": small_script, "css": small_style}
    return {
        path: small[path.rpartition(".")[2]](content.decode()).encode()
        for path, content in files.items()
        if _OWN.fullmatch(path)
    }
