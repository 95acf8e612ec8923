"""What a group of pages has asked for is what it would have asked for alone.

Else it stays as it is when that changes: a telephone number that another page wrote before it.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from guideway.build import Kit
from guideway.build.groups import group_of
from guideway.catalog import Catalog
from guideway.catalog.as_of import in_force
from guideway.pages import page_groups
from guideway.project.jobs import Job, done
from guideway.reports.examination import examine
from tests.support.composing import TINY
from tests.support.ours import TEMPLATES, WORDS, our_catalog
from tests.support.world import DAY, World


def test_what_others_have_made_before_is_asked_for_as_well(world: World) -> None:
    _hold(examine(world.shelf(), DAY)[0])


@pytest.mark.dear
@pytest.mark.slow
def test_so_it_is_with_all_our_content() -> None:
    _hold(our_catalog())


def _hold(catalog: Catalog) -> None:
    present = in_force(catalog, catalog.day)
    kit = Kit(TEMPLATES, WORDS, TINY)
    shared = Job("shared", group_of, (kit, present))
    lost = {}
    for group in page_groups(present, catalog):
        alone = Job("alone", group_of, (kit, replace(present)))
        missing = {*done(alone, group).asked} - {*done(shared, group).asked}
        if missing:
            lost[group.name] = sorted(missing)

    assert lost == {}
