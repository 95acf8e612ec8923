"""How large a file is, as it is told to a person."""

_KILO, _MEGA = 1024, 1024 * 1024


def spelt(many: int, decimal: str = ".") -> str:
    """Tell a number of bytes, rounded up, with a decimal sign: 96 KB, 3.4 MB."""
    if many < _MEGA:
        return f"{-(-many // _KILO)} KB"
    return f"{-(-many * 10 // _MEGA) / 10:.1f} MB".replace(".", decimal)


def ending(file: str) -> str:
    """Tell the kind of a file by its name: PDF, DOCX."""
    return file.rpartition(".")[2].upper()
