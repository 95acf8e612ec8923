"""The short guides as a project of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bench.sites.guides import Guide, Step

_REVIEWED = {"reviewed_on": date(2026, 11, 22), "review_by": date(2027, 5, 22), "owner": "bench"}


def write_project(
    folder: Path, guides: Iterable[Guide], topics: Sequence[str], without: Sequence[str] = ()
) -> None:
    """Write a project with these guides; `without` are the editions that its settings leave out."""
    _write(folder / "mkdocs.yml", _settings(without))
    labels = [{"label": each, "summary": f"关于{each}的事"} for each in topics]
    lists = {
        "topics": {_topic(at): label for at, label in enumerate(labels)},
        "actions": {"stop": {"label": "停下", "summary": "不再继续"}},
        "audiences": {"reader": {"label": "读者", "summary": "要办事的人"}},
        "owners": {"bench": {"label": "测量组", "summary": "量一量的人"}},
    }
    _write(folder / "content/topics.yaml", lists)
    for at, each in enumerate(topics):
        _write(
            folder / f"content/providers/{_provider(at)}.yaml",
            {"name": each, "what": f"管{each}的地方", **_REVIEWED},
        )
    for guide in guides:
        write_guide(folder, guide)


def write_guide(folder: Path, guide: Guide) -> Path:
    """Write the file of a guide, and give its path."""
    path = folder / f"content/guides/{guide.name}.yaml"
    _write(path, _written(guide))
    return path


def _settings(without: Sequence[str]) -> Mapping[str, Any]:
    own = {"licence": {"name": "All rights reserved"}, "language": "zh-CN", "country": "CN"}
    return {"site_name": "量一量", "guideway": {**own, "without": list(without)}}


def _written(guide: Guide) -> Mapping[str, Any]:
    return {
        "title": guide.title,
        "goal": guide.goal,
        "summary": guide.summary,
        "provider": _provider(guide.topic),
        "topic": _topic(guide.topic),
        "action": "stop",
        "audience": ["reader"],
        **_REVIEWED,
        "warnings": [{"text": guide.warning, "severity": "danger"}],
        "needs": [{"what": each} for each in guide.needs],
        "steps": [_step(at, step) for at, step in enumerate(guide.steps)],
        "done": {
            "text": guide.goal,
            "signs": [guide.goal],
            "then": list(map(_link, guide.related)),
        },
        "troubles": [{"when": when, "then": then} for when, then in guide.troubles],
    }


def _step(at: int, step: Step) -> Mapping[str, Any]:
    said = {"do": step.do, "where": step.where, "detail": step.detail, "expect": step.expect}
    return {"id": f"s{at}", **said, "if_fails": {"text": step.fails}}


def _link(name: str) -> str:
    return f"再看[](guide.{name})"


def _topic(at: int) -> str:
    return f"topic-{at:02d}"


def _provider(at: int) -> str:
    return f"provider-{at:02d}"


def _write(path: Path, content: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        yaml.dump(
            content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6
        ),
        encoding="utf-8",
    )
