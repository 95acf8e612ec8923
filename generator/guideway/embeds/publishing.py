"""A page as data, for programs that keep a help centre filled."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from guideway.conditions import as_data
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.published import (
    Listed,
    Published,
    PublishedAlternative,
    PublishedCorrection,
    PublishedList,
    PublishedOption,
    PublishedOutcome,
    PublishedQuestion,
    PublishedSource,
    PublishedStep,
    PublishedSubstep,
)
from guideway.model.schema import published_schemas
from guideway.model.warnings import WarningPage
from guideway.pages.decisions import handed
from guideway.words import rebuttal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from guideway.embeds.embed import Embed
    from guideway.model.decisions import Outcome
    from guideway.model.guides import Correction
    from guideway.model.published import Kind
    from guideway.model.questions import Question
    from guideway.model.steps import Alternative, Step, Substep
    from guideway.pages.page import Page, Source
    from guideway.words import Words


def published(embed: Embed, site: str, paste: Mapping[str, str], words: Words) -> Published:
    """Put together all that is published of a page."""
    page, whole = embed.page, embed.whole
    entry = whole.facts["entry"]
    value = entry.value
    questions = value.questions if isinstance(value, (Guide, Decision)) else {}
    outcomes = value.outcomes if isinstance(value, Decision) else {}
    steps = value.steps if isinstance(value, Guide) else ()
    wrong = value.corrections if isinstance(value, (Guide, WarningPage)) else ()
    home = f"{site}{whole.url}"
    due = whole.due or value.review_by
    return Published(
        kind=entry.kind,
        id=entry.id,
        title=whole.title,
        summary=embed.plain(whole.summary),
        address=home,
        embed=site + page.url,
        oembed=f"{site}oembed/{page.embed}.json",
        reviewed_on=value.reviewed_on,
        review_by=due,
        questions=tuple(_question(name, q, embed.plain) for name, q in questions.items()),
        steps=tuple(_step(step, home, embed.plain) for step in steps),
        outcomes=tuple(_outcome(name, o, site, embed.plain) for name, o in outcomes.items()),
        corrections=tuple(_correction(each, home, embed.plain, words) for each in wrong),
        sources=tuple(_source(name, source) for name, source in whole.sources.items()),
        html=embed.body,
        paste=dict(paste),
    )


def data_path(page: Page) -> str:
    """Give where the data of a page are, below the site's root: `api/guides/alipay-refund.json`."""
    return f"api/{page.url.rstrip('/')}.json"


def api_files(pages: Mapping[str, Published], site: str) -> Iterator[tuple[str, str]]:
    """Give the files: every page by its path, a list for each kind, and the schemas."""
    kinds: dict[Kind, list[Listed]] = {"guide": [], "decision": [], "warning": []}
    for path, page in pages.items():
        kinds[page.kind].append(_listed(page, site + path))
        yield path, page.model_dump_json(exclude_none=True, indent=1) + "\n"
    for kind, listed in kinds.items():
        whole = PublishedList(kind=kind, pages=tuple(listed))
        yield f"api/{kind}s.json", whole.model_dump_json(indent=1) + "\n"
    for name, schema in published_schemas().items():
        yield f"api/schema/{name}", json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _listed(page: Published, data: str) -> Listed:
    return Listed(
        id=page.id,
        title=page.title,
        summary=page.summary,
        address=page.address,
        data=data,
        reviewed_on=page.reviewed_on,
        review_by=page.review_by,
    )


def _question(name: str, question: Question, plain: Callable[[str], str]) -> PublishedQuestion:
    options = (
        PublishedOption(id=each, label=option.label, hint=_words(option.hint, plain))
        for each, option in question.options.items()
    )
    help_ = _words(question.help, plain)
    return PublishedQuestion(id=name, ask=question.ask, help=help_, options=tuple(options))


def _step(step: Step, home: str, plain: Callable[[str], str]) -> PublishedStep:
    when: Any = as_data(step.when) if step.when else None
    return PublishedStep(
        id=step.id,
        do=plain(step.do),
        where=_words(step.where, plain),
        warning=_words(step.warn.text, plain) if step.warn else None,
        detail=_words(step.detail, plain),
        points=tuple(map(plain, step.points)),
        substeps=tuple(_substep(each, plain) for each in step.substeps),
        alternatives=tuple(_alternative(each, plain) for each in step.alternatives),
        expect=_words(step.expect, plain),
        keep=step.keep,
        if_fails=_words(step.if_fails.text, plain) if step.if_fails else None,
        when=when,
        address=f"{home}#step-{step.id}",
    )


def _substep(substep: Substep, plain: Callable[[str], str]) -> PublishedSubstep:
    return PublishedSubstep(
        do=plain(substep.do),
        where=_words(substep.where, plain),
        detail=_words(substep.detail, plain),
        expect=_words(substep.expect, plain),
    )


def _alternative(way: Alternative, plain: Callable[[str], str]) -> PublishedAlternative:
    steps = tuple(_substep(each, plain) for each in way.steps)
    return PublishedAlternative(label=way.label, detail=_words(way.detail, plain), steps=steps)


def _outcome(
    name: str, outcome: Outcome, site: str, plain: Callable[[str], str]
) -> PublishedOutcome:
    return PublishedOutcome(
        id=name,
        kind=outcome.kind,
        title=outcome.title,
        text=plain(outcome.text),
        guide=site + handed(outcome.guide) if outcome.guide else None,
    )


def _correction(
    correction: Correction, home: str, plain: Callable[[str], str], words: Words
) -> PublishedCorrection:
    """Give a wrong statement, which no program can take for ours: its truth stands beside it."""
    truth = plain(correction.truth)
    return PublishedCorrection(
        is_true=False,
        id=correction.id,
        claim=correction.claim,
        flaw=correction.flaw,
        truth=truth,
        harm=correction.harm,
        why=plain(correction.why),
        text=str(rebuttal(words, correction.claim, truth)),
        step=correction.at,
        address=f"{home}#correction-{correction.id}",
    )


def _source(name: str, source: Source) -> PublishedSource:
    fact = source.entry.value
    return PublishedSource(
        id=name,
        label=fact.label,
        certainty=fact.certainty,
        copied=fact.source.copied,
        verified_on=fact.verified_on,
        review_by=fact.review_by,
        source=fact.source.title,
        address=fact.source.address,
    )


def _words(text: str | None, plain: Callable[[str], str]) -> str | None:
    return plain(text) if text else None
