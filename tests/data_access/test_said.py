"""What a release says of what it does not hold: blanks, and numbers without a denominator."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from data_access.catalogue import catalogue
from data_access.network_counts import network_counts
from data_access.releasing.policy import PUBLIC_DATA, ROUNDED, SHARED_COUNTS
from data_access.team_gaps import team_gaps
from data_access.viewer import READER, Viewer
from equity.counts import Count
from tests.data_access.builder import Builder

OTHERS, MEMBER = Viewer(READER), Viewer("team_member", frozenset({"a"}))


def store_under(policy: str, engine: Engine) -> Builder:
    made = Builder(engine, release_policy=policy)
    made.measure(grain="quarter")
    made.team("a")
    return made


def hidden_at_source(viewer: Viewer) -> Count:
    """The quarter of the group whose source hid its numerator."""
    found = catalogue(viewer)
    asked = {"stratifier": found.stratifier("race"), "focus": "hispanic", "reference": "overall"}
    return team_gaps(viewer, found.measure("bp"), ["a"], **asked)["a"].focus[0]


@pytest.mark.parametrize(("policy", "denominator"), [(ROUNDED.name, None), (SHARED_COUNTS.name, None), (PUBLIC_DATA.name, 40)])
def test_people_behind_a_blank_are_told_only_where_everything_is_public(engine: Engine, door: str, policy: str, denominator: int | None) -> None:
    # 500 less 410 less 40: the 50 of a group whose numerator is small.
    made = store_under(policy, engine)
    made.reports("a all 2025-01-01 300/500\na black 2025-01-01 250/410\na hispanic 2025-01-01 hidden_at_source/40\na white 2025-01-01 3/50")
    made.keep()
    assert (hidden_at_source(OTHERS).blank, hidden_at_source(OTHERS).denominator) == ("hidden_at_source", denominator)
    assert hidden_at_source(MEMBER).denominator == 40


def falls_of_all(policy: str, engine: Engine) -> list[str]:
    """What others are told of the network's falls in two quarters."""
    made = store_under(policy, engine)
    made.measure(measure_id="falls", number="count", denominator_words="", grain="quarter")
    made.team("a", "falls")
    made.reports("a all 2025-01-01 30 5", measure_id="falls", number="count")
    made.keep(["falls"])
    counts = network_counts(OTHERS, catalogue(OTHERS).measure("falls"), "race")
    return [count.blank or str(count.numerator) for count in counts.overall[:2]]


@pytest.mark.parametrize(("policy", "first"), [(ROUNDED.name, "hidden"), (SHARED_COUNTS.name, "hidden"), (PUBLIC_DATA.name, "30")])
def test_a_number_without_a_denominator_is_told_where_everything_is_public_and_nowhere_else(engine: Engine, door: str, policy: str, first: str) -> None:
    assert falls_of_all(policy, engine) == [first, "hidden"]
