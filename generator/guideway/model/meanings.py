"""What the vocabulary says of its fields: the text below each in the code, read when asked for.

pydantic would read all of it at each start (`use_attribute_docstrings`), whatever is done then.
"""

import ast
import sys
from collections.abc import Mapping
from functools import cache
from inspect import cleandoc, getsource
from itertools import pairwise

from pydantic import BaseModel


@cache
def meanings_of(part: type[BaseModel]) -> Mapping[str, str]:
    """Give field → what it means, of a part of the vocabulary; nothing of which nothing is said."""
    said = dict[str, str]()
    for each in reversed(part.__mro__):
        if issubclass(each, BaseModel) and each is not BaseModel:
            anew = vars(each).get("__annotations__", {})
            said = {name: text for name, text in said.items() if name not in anew}
            said |= _said_in(each.__module__).get(each.__name__, {})
    every = {name: field.description or said.get(name) for name, field in part.model_fields.items()}
    return {name: meaning for name, meaning in every.items() if meaning}


@cache
def _said_in(module: str) -> Mapping[str, Mapping[str, str]]:
    """Read a module: class → field → the text that stands right below it."""
    nodes = ast.parse(getsource(sys.modules[module])).body
    return {node.name: _said_of(node) for node in nodes if isinstance(node, ast.ClassDef)}


def _said_of(part: ast.ClassDef) -> Mapping[str, str]:
    found = dict[str, str]()
    for field, below in pairwise(part.body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = cleandoc(text)
    return found
