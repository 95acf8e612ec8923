"""An address as a picture that a phone reads, for hosts that let no link through."""

import segno

_SCALE = 4
"""Pixels for each dot: an address of ours is 29 to 41 dots wide with its margin."""


def scan_code(address: str) -> str:
    """Give the picture as a `data:` address: a QR code (ISO/IEC 18004, level M) as PNG."""
    return segno.make_qr(address, error="m").png_data_uri(scale=_SCALE)
