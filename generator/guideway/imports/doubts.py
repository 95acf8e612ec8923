"""Why a sentence of an article is not to be trusted as it stands, held against what we know."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pypinyin import lazy_pinyin

from guideway.catalog import Catalog
from guideway.catalog.addresses import ADDRESS
from guideway.catalog.mistakes import mistakes_in
from guideway.catalog.promoting import PromotionDetector, listen
from guideway.imports.phrases import Phrases
from guideway.model.records import Channel

_FOREIGN_PHONE = re.compile(
    r"(?<![\w.,-])\+?\d{1,4}[- ]\(?\d{2,4}\)?[- ]\d{3,4}(?:[- ]\d{2,4})?(?!\d)"
)
_SUM = r"[$£€¥￥]\s?\d[\d,.]*"
_UNITS = r"days?|hours?|weeks?|months?|years?|minutes?|dollars?|yuan|usd|rmb|percent"
_COUNT = rf"\b\d[\d,.]*\s?(?:(?:business|working|calendar)\s)?(?:{_UNITS})\b"
_HAN_UNITS = r"元|块钱|块|万|个?工作[日天]|分钟|小时|天"
_SPAN = rf"\d[\d.]*\s?(?:{_HAN_UNITS}|[-~～至到]\s?\d+\s?个?(?:日|{_HAN_UNITS}))"
_SPELT = r"[一二三四五六七八九十百两]{1,3}(?:个工作[日天]|个?月内|天内|日内|小时内|个月|周岁|年内)"
_LOOSE_FACT = re.compile(rf"(?i)(?:{_SUM}|{_COUNT}|{_SPAN}|{_SPELT})")
"""Sums and times as articles write them, in more ways than our texts may."""
_PINYIN_BESIDE = re.compile(
    r"(?P<before>[\u4e00-\u9fff]?)(?P<sound>[a-z]{1,6})(?P<after>[\u4e00-\u9fff])"
)
_NO_DIGIT = re.compile(r"[^0-9]")


class Doubt(NamedTuple):
    """A reason to look again."""

    kind: str
    """announced, counted, evading, mistaken, phone, site, unsourced, deep, unplaced."""
    said: str = ""
    """The words it is about."""
    other: str = ""
    """The record that is right, or the number that was found."""


@dataclass(frozen=True)
class Doubter:
    """What sentences are held against: records, the policy, the words of the import."""

    catalog: Catalog
    phrases: Phrases
    about: str
    """What the article is about: its title and the name of its provider."""
    phones: Mapping[str, str]
    """Numbers in our records → their ids."""
    sites: frozenset[str]
    detectors: tuple[PromotionDetector, ...]

    def promotes(self, sentence: str) -> bool:
        """Say whether a sentence promotes what the policy excludes."""
        return any(True for each in self.detectors for _ in each.promotions(sentence))

    def doubts(self, sentence: str) -> Iterator[Doubt]:
        """Find the reasons, each once."""
        wrong = list(mistakes_in(self.catalog, sentence, self.about))
        yield from (Doubt("mistaken", mistake.said, mistake.record) for mistake in wrong)
        if evading := self._evading(sentence):
            yield Doubt("evading", evading)
        said = {mistake.said for mistake in wrong}
        for number in dict.fromkeys(self._phones(sentence)):
            if _digits(number) not in self.phones and number not in said:
                yield Doubt("phone", number)
        for found in ADDRESS.finditer(sentence):
            if not any(_host(found[0]).endswith(site) for site in self.sites):
                yield Doubt("site", found[0])
        fact = self.fact(sentence)
        if fact and not any(fact in value for value in said) and not self._is_sourced(sentence):
            yield Doubt("unsourced", fact)

    def fact(self, sentence: str) -> str:
        """Give the first time, sum or article in a sentence; empty if it has none."""
        typed = self.catalog.language.typed_fact
        found = (typed and typed.pattern.search(sentence)) or _LOOSE_FACT.search(sentence)
        return found[0].strip() if found else ""

    def referred(self, sentence: str) -> str:
        """Write a reference for each number that is in our records and not known to be wrong."""
        wrong = {mistake.said for mistake in mistakes_in(self.catalog, sentence, self.about)}

        def reference(found: re.Match[str]) -> str:
            record = self.phones.get(_digits(found[0]))
            return f"[]({record}@call)" if record and found[0] not in wrong else found[0]

        dialled = self.catalog.country.dialled
        return dialled.sub(reference, sentence) if dialled else sentence

    def _phones(self, sentence: str) -> list[str]:
        dialled = self.catalog.country.dialled
        found = [match[0] for match in dialled.finditer(sentence)] if dialled else []
        return found or [match[0] for match in _FOREIGN_PHONE.finditer(sentence)]

    def _is_sourced(self, sentence: str) -> bool:
        return self.phrases.tells("sourced", sentence) is not None

    def _evading(self, sentence: str) -> str:
        """Words that are written so that no filter finds them, such as 刷ka卡 or 1③8."""
        if found := self.phrases.tells("evading", sentence):
            return found[0]
        for beside in _PINYIN_BESIDE.finditer(sentence):
            if beside["sound"] in lazy_pinyin(beside["before"] + beside["after"]):
                return beside["sound"] + beside["after"]
        return ""


def doubter(catalog: Catalog, phrases: Phrases, about: str) -> Doubter:
    """Learn what there is to hold sentences against."""
    channels = [
        (each.name, each.value) for each in catalog.records if isinstance(each.value, Channel)
    ]
    phones: dict[str, list[str]] = {}
    for name, channel in channels:
        if channel.medium == "phone":
            phones.setdefault(_digits(channel.value), []).append(name)
    sites = {_host(channel.value) for _, channel in channels if channel.medium == "site"}
    sites |= {_host(channel.address) for _, channel in channels if channel.address}
    return Doubter(
        catalog,
        phrases,
        about,
        {number: names[0] for number, names in phones.items() if len(names) == 1},
        frozenset(sites),
        tuple(listen(policy.value) for policy in catalog.policies),
    )


def _digits(number: str) -> str:
    return _NO_DIGIT.sub("", number)


def _host(address: str) -> str:
    bare = re.sub(r"^https?://(?:www\.)?|^www\.", "", address.lower())
    return bare.split("/")[0].strip(".")
