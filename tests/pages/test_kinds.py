"""Every kind of page has a template, and every template of a page is of a kind."""

from __future__ import annotations

from typing import get_args

from guideway.pages.kinds import Kind, template_of
from tests.support.ours import TEMPLATES

EXTENDED = {"pages/page.md.j2"}
"""What templates of pages extend."""


def test_kinds_and_templates_belong_together() -> None:
    kinds = {template_of(kind) for kind in get_args(Kind)}

    assert kinds | EXTENDED == {name for name in TEMPLATES if name.startswith("pages/")}
