"""A text → the same between quotes, as YAML reads them."""


def quoted(text: str) -> str:
    """Put single quotes around a line; double ones where that needs no signs twice."""
    if "'" in text and not any(sign in text for sign in '"\\'):
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
