"""Single values of a file that is not ours to read: the engine's settings."""

import yaml


def setting(content: bytes, *keys: str) -> str:
    """Give a plain value under keys in a YAML file, or nothing. Other values may have any tag."""
    root = _root(content)
    for key in keys:
        pairs = root.value if isinstance(root, yaml.MappingNode) else []
        root = next((value for name, value in pairs if name.value == key), None)
    is_text = isinstance(root, yaml.ScalarNode) and root.tag == "tag:yaml.org,2002:str"
    return str(root.value) if root and is_text else ""


def without(content: bytes, *keys: str) -> str:
    """Give the text of a YAML file without what stands under keys at its top."""
    lines = content.decode("utf-8-sig", errors="replace").splitlines(keepends=True)
    root = _root(content)
    names = [name for name, _ in root.value] if isinstance(root, yaml.MappingNode) else []
    starts = [*(name.start_mark.line for name in names), len(lines)]
    for name, start, end in reversed([*zip(names, starts, starts[1:], strict=False)]):
        if name.value in keys:
            del lines[start:end]
    return "".join(lines)


def _root(content: bytes) -> yaml.Node | None:
    try:
        found: yaml.Node | None = yaml.compose(content, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None  # the engine says what is wrong with its settings
    return found
