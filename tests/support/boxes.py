"""A font in which every sign is a box: a picture in it does not depend on a machine's fonts."""

from __future__ import annotations

import base64
from functools import cache
from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

EM = 1000
_SPACES = {0x20, 0xA0, 0x3000}
_SURROGATES = range(0xD800, 0xE000)


@cache
def style() -> str:
    """Give the rules that set every text of a page in boxes."""
    source = f"data:font/ttf;base64,{base64.b64encode(_font()).decode()}"
    return (
        f"@font-face {{ font-family: Boxes; src: url({source}); }}\n"
        "*, *::before, *::after { font-family: Boxes !important; font-synthesis: none !important; }"
    )


def _font() -> bytes:
    """Latin signs are half as wide as Han ones, as in most fonts; spaces are empty."""
    builder = FontBuilder(EM, isTTF=True)
    advances = {".notdef": EM, "wide": EM, "narrow": EM // 2, "space": EM // 2, "gap": EM}
    builder.setupGlyphOrder(list(advances))
    signs = (code for code in range(0x20, 0xFFFE) if code not in _SURROGATES)
    builder.font["cmap"] = _many_to_one({code: _glyph(code) for code in signs})
    empty = {"space", "gap"}
    builder.setupGlyf(
        {name: _box(0 if name in empty else width) for name, width in advances.items()}
    )
    builder.setupHorizontalMetrics({name: (width, 100) for name, width in advances.items()})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120)
    builder.setupPost()
    written = BytesIO()
    builder.save(written)
    return written.getvalue()


def _many_to_one(glyphs: dict[int, str]) -> object:
    """Make the table in which many signs share a glyph: format 13 of OpenType's `cmap`."""
    table = newTable("cmap")
    part = CmapSubtable.newSubtable(13)
    part.platformID, part.platEncID, part.language, part.cmap = 3, 10, 0, glyphs
    table.tableVersion, table.tables = 0, [part]
    return table


def _glyph(code: int) -> str:
    if code in _SPACES:
        return "gap" if code == 0x3000 else "space"
    return "narrow" if code < 0x2E80 else "wide"


def _box(width: int) -> object:
    pen = TTGlyphPen(None)
    if width:
        corners = ((100, 0), (100, 700), (width - 100, 700), (width - 100, 0))
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()
