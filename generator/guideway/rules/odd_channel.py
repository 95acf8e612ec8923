"""A channel leads where it says, and belongs to the provider that lists it.

A phone is a number, a site a host. The address of a site is read and trusted: what is shown and
what is opened are the same. A provider lists its own channels; one of somebody else stands in a
text, where it says whose it is. That is a warning: companies of one group may share a number.

Wrong:

    content/records/roads.yaml
    channel.road.site:
      label: 山路网站
      medium: site
      value: road.example
      address: https://roads.example/
      purpose: 看路
      source: {title: 路口的牌子}
      verified_on: 2026-11-22
      certainty: secondary
      review_by: 2027-05-22
      owner: bridge

Right:

    content/records/roads.yaml
    channel.road.site:
      label: 山路网站
      medium: site
      value: road.example
      address: https://road.example/
      purpose: 看路
      source: {title: 路口的牌子}
      verified_on: 2026-11-22
      certainty: secondary
      review_by: 2027-05-22
      owner: bridge
"""

from collections.abc import Callable, Iterator, Mapping
from typing import cast

from guideway.catalog import Catalog, Entry
from guideway.catalog.channels import HOST, is_number, is_site
from guideway.catalog.load.mend import STAND_IN
from guideway.model.records import Channel
from guideway.model.texts import Part
from guideway.problems import Problem

_LOOKS: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "phone": (
        is_number,
        "digits alone, such as “95188”; more about it is its `purpose`",
    ),
    "site": (is_site, "such as “bridge.example”, with its `address`"),
}
"""What is shown of a channel of this medium, and how it is written."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find sites that open another address than is shown, and channels of others."""
    for entry in catalog.entries.values():
        if not isinstance(entry.value, Channel):
            continue
        looks, hint = _LOOKS.get(entry.value.medium, (None, ""))
        if looks and entry.value.value != STAND_IN and not looks(entry.value.value):
            yield _other_medium(entry, hint)
        elif entry.value.address:
            shown, opened = HOST.match(entry.value.value), HOST.match(entry.value.address)
            if shown and opened and not _same(shown[1].lower(), opened[1].lower()):
                message = f"“{shown[1]}” is shown, and “{opened[1]}” is opened"
                hint = "find out which is right, and write the same in both"
                place = entry.place("value")
                yield Problem(place, message, code="odd-channel", hint=hint)
    for provider in catalog.providers:
        for number, name in enumerate(provider.value.channels):
            channel = catalog.get(name)
            whose = getattr(channel.value, "provider", None) if channel else None
            if whose not in {None, provider.id} and catalog.get(f"provider.{whose}"):
                message = f"“{name}” is a channel of provider “{whose}”"
                hint = "list it there, or say in its record whose it is"
                place = provider.place("channels", number)
                yield Problem(place, message, code="odd-channel", hint=hint, level="warning")


def _other_medium(entry: Entry[Part], hint: str) -> Problem:
    """What is shown does not look like what the medium says."""
    channel = cast("Channel", entry.value)
    said = f"“{channel.value}” is no {'number to call' if channel.medium == 'phone' else 'site'}"
    fits = [name for name, (looks, _) in _LOOKS.items() if looks(channel.value)]
    hint = f"write “medium: {fits[0]}”, or {hint}" if fits else hint
    return Problem(entry.place("value"), said, code="odd-channel", hint=hint, about="medium")


def _same(shown: str, opened: str) -> bool:
    """A host, or one within it: `12315.cn` and `www.12315.cn`."""
    return opened == shown or opened.endswith(f".{shown}")
