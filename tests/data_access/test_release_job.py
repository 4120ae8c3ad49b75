"""The release that loads build and queries read, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import Engine, func, select, update

from data_access import release_job, schema
from data_access.catalogue import catalogue
from data_access.engine import writing
from data_access.migrate import migrate
from data_access.network_counts import network_counts, network_gap
from data_access.team_gaps import team_gaps
from data_access.team_groups import team_groups
from data_access.unknown_share import unknown_share
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.counted import counted_words
from equity.counts import Count
from tests.data_access.builder import Builder

OWN = Viewer("team_member", frozenset({"a"}))
THREE = {"black": "group", "hispanic": "group", "white": "group", "unknown": "unknown"}

Network = Callable[[str], Builder]


@pytest.fixture
def network_under(engine: Engine, door: str) -> Network:
    """A network of quarters under a policy, with core teams a to d and one that stands alone."""

    def build(policy: str) -> Builder:
        made = Builder(engine, groups=THREE, release_policy=policy)
        made.measure(grain="quarter")
        for team_id in "abcd":
            made.team(team_id)
        made.team("e", standing="own")
        return made

    return build


def said(count: Count) -> str:
    """60% of 100 to 199, 60/100, or the blank."""
    if not count.known:
        return count.blank or f"0/{count.denominator}"
    return f"{count.numerator}/{count.denominator}" if count.is_exact else f"{100 * count.numerator / count.denominator:g}% {counted_words(count)}"


def groups_of(team_id: str, viewer: Viewer = NETWORK_LEAD) -> dict[str, list[str]]:
    found = catalogue(viewer)
    groups = team_groups(viewer, found.measure("bp"), found.stratifier("race"), team_id, focus="black", reference="others").groups
    return {code: [said(count) for count in counts] for code, counts in groups.items()}


REPORTS = """
    a all      2025-01-01 220/420 240/420
    a black    2025-01-01 60/100  64/100
    a hispanic 2025-01-01 5/20    20/40
    a white    2025-01-01 140/260 141/240
    a unknown  2025-01-01 15/40   15/40
    b all      2025-01-01 330/610
    b black    2025-01-01 330/610
    e black    2025-01-01 610/999
"""


def test_others_see_rates_and_sizes_and_a_team_its_own_counts(network_under: Network) -> None:
    made = network_under("rounded")
    made.reports(REPORTS)
    made.keep()
    late = ["not_reported"] * 1
    assert groups_of("a")["black"] == ["60% of 100 to 199", "64% of 100 to 199", *late]
    assert groups_of("a")["hispanic"] == ["hidden", "50% of 20 to 49", *late]
    assert groups_of("b")["black"][0] == "54% of 500 to 999"
    assert groups_of("e")["black"][0] == "61% of 500 to 999"
    assert groups_of("a", OWN)["hispanic"] == ["5/20", "20/40", *late]


def test_the_network_is_told_like_a_team_and_leaves_those_out_that_stand_alone(network_under: Network) -> None:
    made = network_under("rounded")
    made.reports(REPORTS)
    made.keep()
    found = catalogue(NETWORK_LEAD)
    counts = network_counts(NETWORK_LEAD, found.measure("bp"), "race")
    assert said(counts.groups["black"][0]) == "55% of 500 to 999"
    assert said(counts.overall[0]) == "53% of 1,000 to 1,999"
    gap = network_gap(NETWORK_LEAD, found.measure("bp"), found.stratifier("race"), focus="black", reference="others")
    assert [said(count) for count in gap.series.reference[:2]] == ["52% of 200 to 499", "58% of 200 to 499"]
    # b tells nothing of unknown groups: beside everyone's numbers the share would be of some teams only.
    assert said(gap.unknown[0]) == "hidden"


@pytest.mark.parametrize(("focus", "told"), [("black", "52% of 200 to 499"), ("white", "54% of 100 to 199")])
def test_every_group_is_held_against_all_others_together(network_under: Network, focus: str, told: str) -> None:
    made = network_under("rounded")
    made.reports(REPORTS)
    made.keep()
    gap = team_gaps(NETWORK_LEAD, catalogue(NETWORK_LEAD).measure("bp"), ["a"], focus=focus)["a"]
    assert said(gap.reference[0]) == told


def test_the_unknown_share_is_released_by_itself(network_under: Network) -> None:
    made = network_under("rounded")
    made.reports(REPORTS)
    made.keep()
    found = catalogue(NETWORK_LEAD)
    shares = {viewer: unknown_share(viewer, found.measure("bp"), found.stratifier("race"), ["a"]).teams["a"] for viewer in (NETWORK_LEAD, OWN)}
    assert [said(counts[0]) for counts in shares.values()] == ["10% of 200 to 499", "40/420"]


def test_shared_counts_hide_what_would_give_a_small_one_back(network_under: Network) -> None:
    made = network_under("shared_counts")
    made.reports(REPORTS)
    made.keep()
    groups = groups_of("a")
    assert groups["hispanic"][0] == "hidden"
    # With the total and the other groups the small one would be what is left: another has to go.
    assert [code for code in ("black", "white", "unknown") if groups[code][0] == "hidden"]
    assert groups["black"][1] == "64/100"


def test_public_data_hide_small_numbers_alone(network_under: Network) -> None:
    made = network_under("public_data")
    made.reports(REPORTS)
    made.keep()
    assert {code: told[0] for code, told in groups_of("a").items()} == {"black": "60/100", "hispanic": "hidden", "white": "140/260", "unknown": "15/40"}


def restate(made: Builder, team_id: str, group_code: str, numerator: int, denominator: int) -> None:
    """The first quarter of a group becomes another."""
    series = select(schema.series.c.series_id).where(schema.series.c.team_id == team_id, schema.series.c.group_code == group_code).scalar_subquery()
    at = (schema.observation.c.series_id == series) & (schema.observation.c.period_start == date(2025, 1, 1))
    with writing(made.engine) as connection:
        assert connection.execute(update(schema.observation).where(at).values(numerator=numerator, denominator=denominator)).rowcount == 1
    made.keep()


def test_hidden_stays_hidden_and_a_few_people_change_nothing_that_is_said(network_under: Network) -> None:
    made = network_under("rounded")
    made.reports(REPORTS)
    made.keep()
    restate(made, "a", "hispanic", 200, 400)
    assert groups_of("a")["hispanic"][0] == "hidden"
    restate(made, "a", "black", 65, 105)
    assert groups_of("a")["black"][0] == "60% of 100 to 199"
    restate(made, "a", "black", 80, 130)
    assert groups_of("a")["black"][0] == "62% of 100 to 199"


def test_another_policy_begins_anew(network_under: Network) -> None:
    made = network_under("rounded")
    made.reports(REPORTS)
    made.keep()
    with writing(made.engine) as connection:
        connection.execute(update(schema.network).values(release_policy="public_data"))
    # What was made under the other policy is not read under this one: nothing is shown before it is made again.
    made.load(2)
    assert set(groups_of("a")["black"]) == {"hidden", "not_reported"}
    made.keep()
    assert groups_of("a")["black"][0] == "60/100"


def test_a_release_by_an_older_rule_is_made_anew(network_under: Network) -> None:
    made = network_under("rounded")
    made.reports(REPORTS)
    made.keep()
    assert migrate(made.engine) is False
    with writing(made.engine) as connection:
        connection.execute(update(schema.released).values(policy_version=1))
    assert migrate(made.engine) is True
    assert groups_of("a")["black"][0] == "60% of 100 to 199"


def test_a_period_that_has_not_ended_is_not_released(engine: Engine, door: str) -> None:
    made = Builder(engine, as_of=date(2025, 5, 1), release_policy="rounded")
    made.measure(grain="quarter")
    made.team("a")
    made.reports("a black 2025-01-01 60/100 3/5")
    made.keep()
    with engine.connect() as connection:
        cells = connection.scalar(select(schema.released.c.cells).where(schema.released.c.team_id == "a", schema.released.c.group_code == "black"))
    assert "2025-01-01" in cells and "2025-04-01" not in cells


def test_periods_are_released_a_few_at_once(network_under: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    made = network_under("rounded")
    made.reports(REPORTS)
    made.keep()
    together = groups_of("a"), groups_of("b")
    monkeypatch.setattr(release_job, "CELLS_AT_ONCE", 1)
    made.keep()
    assert (groups_of("a"), groups_of("b")) == together


def test_counts_without_a_rate_have_no_release(engine: Engine, door: str) -> None:
    made = Builder(engine, release_policy="rounded")
    made.measure(number="count", denominator_words="", grain="quarter")
    made.team("a")
    made.reports("a all 2025-01-01 30 5", number="count")
    made.keep()
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(schema.released)) == 0
    counts = network_counts(NETWORK_LEAD, catalogue(NETWORK_LEAD).measure("bp"), "race")
    assert [count.blank for count in counts.overall[:2]] == ["hidden", "hidden"]


def test_a_group_without_people_is_told_so(network_under: Network) -> None:
    made = network_under("rounded")
    made.reports("a black 2025-01-01 60/100\na white 2025-01-01 0/0")
    made.keep()
    assert [said(count) for count in network_groups("a")["white"][:1]] == ["0/0"]


def network_groups(team_id: str) -> dict[str, tuple[Count, ...]]:
    found = catalogue(NETWORK_LEAD)
    return team_groups(NETWORK_LEAD, found.measure("bp"), found.stratifier("race"), team_id, focus="black", reference="others").groups
