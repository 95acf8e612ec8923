"""One value out of a file that is not ours to read: the engine's settings."""

import yaml


def setting(content: bytes, key: str) -> str:
    """Give a plain value at the top of a YAML file, or nothing. Other values may have any tag."""
    try:
        root = yaml.compose(content, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return ""  # the engine says what is wrong with its settings
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    found = (value for name, value in pairs if name.value == key)
    value = next((each for each in found if isinstance(each, yaml.ScalarNode)), None)
    return str(value.value) if value and value.tag == "tag:yaml.org,2002:str" else ""
