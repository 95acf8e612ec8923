"""The words of our own content that made-up guides are put together of."""

from __future__ import annotations

from tools.commits import ROOT

from bench.exchange import free_words

_RULES = (
    *(f"content/{name}.yaml" for name in ("policy", "wording", "help", "care")),
    "generator/guideway/languages/zh.yaml",
)
"""Files with words that rules find; none of them is taken."""


def our_words() -> list[str]:
    """List words of two characters in our guides, in order."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "content/guides").glob("*.yaml"))]
    rules = "".join((ROOT / path).read_text("utf-8") for path in _RULES)
    return free_words(texts, rules)
