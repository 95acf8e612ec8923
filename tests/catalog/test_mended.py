"""What cannot be read in a piece is left out, so that the rest is checked as well."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from guideway.catalog.load.mend import STAND_IN, mended
from guideway.model.guides import Guide
from tests.support.data import read_data
from tests.support.sites import ROOT

BRIDGE = read_data(ROOT / "example/content/guides/bridge.yaml")


def _findings(data: Any) -> list[ErrorDetails]:
    with pytest.raises(ValidationError) as found:
        Guide.model_validate(data)
    return found.value.errors()


def test_wrong_entries_beside_each_other_go_and_those_behind_them_stay() -> None:
    good = [{"what": "一"}, {"what": "二"}]
    for wrong in ([0, 1], [0, 2], [1, 2, 3]):
        needs: list[object] = list(good)
        for place in wrong:
            needs.insert(place, 5)
        data = {**BRIDGE, "needs": needs}

        assert mended(data, _findings(data)) == {**BRIDGE, "needs": good}


def test_what_was_given_is_left_as_it_is() -> None:
    data = {**BRIDGE, "needs": [5], "odd": 1}
    mended(data, _findings(data))

    assert data == {**BRIDGE, "needs": [5], "odd": 1}


def test_in_place_of_a_missing_text_stands_one_that_fits_everything() -> None:
    data = {name: value for name, value in BRIDGE.items() if name != "goal"}

    assert mended(data, _findings(data)) == {**BRIDGE, "goal": STAND_IN}
