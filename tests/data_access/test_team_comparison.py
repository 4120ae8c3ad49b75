"""Teams side by side: which, in which period, what each reported."""

from __future__ import annotations

from datetime import date

import pytest

from data_access.catalogue import catalogue
from data_access.team_comparison import MOST_COMPARED, chosen_teams, compared_period, compared_series, joined, listed_teams
from data_access.team_gaps import team_gaps
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.catalogue import BEST
from equity.errors import NoReferenceGroup
from equity.selection import Selection
from tests.data_access.builder import Builder

MEMBER = Viewer("team_member", frozenset({"a"}))


def measure(viewer=NETWORK_LEAD):
    return catalogue(viewer).measure("bp")


def listed(**asked):
    found = listed_teams(NETWORK_LEAD, measure(), **asked)
    return [one.team.team_id for one in found.teams], (found.total, found.page, found.pages)


def selection(**query):
    return Selection.from_query(query, catalogue(NETWORK_LEAD))[0]


def said(series) -> str:
    """One word a period: focus | reference."""

    def word(count):
        return count.blank if count.blank else f"{count.numerator}/{count.denominator}"

    return " | ".join(" ".join(word(count) for count in side) for side in (series.focus, series.reference))


@pytest.fixture
def named(made: Builder) -> Builder:
    """Four teams on bp and one that is not; c has it as its own."""
    made.measure(measure_id="other")
    made.team("a", name="Éclair", setting="urban", terms={"baseline_from": date(2025, 1, 1), "baseline_to": date(2025, 3, 31)})
    made.team("b", name="birch", setting="rural")
    made.team("c", name="Cedar", setting="", standing="own", terms={"focus_group": "hispanic", "focus_stratifier_id": "race"})
    made.team("d", name="100% Dill", setting="Rural")
    made.team("e", "other", name="Ash", setting="mixed")
    made.keep(["bp", "other"])
    return made


def test_teams_are_listed_by_name_whatever_its_case(named):
    ids, totals = listed()
    assert (sorted(ids), totals) == (["a", "b", "c", "d"], (4, 1, 1))
    assert ids[:3] == ["d", "b", "c"]


def test_everybody_is_listed_where_that_is_asked(named):
    ids, totals = listed(everybody=True)
    assert (ids[:4], totals) == (["d", "e", "b", "c"], (5, 1, 1))
    standings = {one.team.team_id: one.standing for one in listed_teams(NETWORK_LEAD, measure(), everybody=True).teams}
    assert standings == {"a": "core", "b": "core", "c": "own", "d": "core", "e": ""}


def test_by_setting_those_that_say_none_come_last(named):
    assert listed(by_setting=True)[0] == ["d", "b", "a", "c"]


@pytest.mark.parametrize(("find", "ids"), [("ced", ["c"]), ("Écl", ["a"]), ("%", ["d"]), ("nobody", [])])
def test_a_name_is_found_by_its_part(named, find, ids):
    assert listed(find=find)[0] == ids


@pytest.mark.parametrize(("page", "ids", "shown"), [(1, ["d", "b", "c"], 1), (2, ["a"], 2), (9, ["a"], 2), (0, ["d", "b", "c"], 1)])
def test_a_page_outside_the_range_is_the_nearest_one(named, page, ids, shown):
    assert listed(page=page, size=3) == (ids, (4, shown, 2))


def test_a_team_comes_with_its_terms(named):
    terms = {one.team.team_id: (one.standing, one.baseline, one.focus_group) for one in chosen_teams(NETWORK_LEAD, measure(), ["c", "a", "e", "nobody"])}
    assert terms == {"a": ("core", (date(2025, 1, 1), date(2025, 3, 31)), None), "c": ("own", None, "hispanic"), "e": ("", None, None)}


REPORTS = """
a black 2025-01-01 20/40 20/40 20/40  20/40 20/40 20/40  20/40
a white 2025-01-01 28/40 28/40 28/40  28/40 28/40 28/40  28/40
b black 2025-01-01 20/40 20/40 20/40  20/40
b white 2025-01-01 28/40 28/40 28/40  28/40
"""


def period(viewer=NETWORK_LEAD):
    found = compared_period(viewer, measure(viewer))
    return found.label if found else None


def test_the_period_is_the_latest_that_half_of_the_teams_have_reported(made):
    made.team("a")
    made.team("b")
    made.reports(REPORTS)
    made.keep()
    # a reported July, b April: one of two is half.
    assert period() == "Q3 2025"


def test_of_three_teams_one_is_less_than_half(made):
    for team in "abc":
        made.team(team)
    made.reports(REPORTS)
    made.keep()
    assert period() == "Q2 2025"


def test_a_period_that_has_not_ended_is_not_compared(engine, door):
    made = Builder(engine, as_of=date(2025, 8, 20))
    made.measure()
    made.team("a")
    made.team("b")
    made.reports(REPORTS)
    made.keep()
    assert period() == "Q2 2025"


def test_without_any_report_it_is_the_latest_that_is_due(made):
    made.team("a")
    made.keep()
    # The fourth quarter is due on 14 February 2026.
    assert period() == "Q3 2025"


def test_before_anything_is_due_there_is_no_period(engine, door):
    made = Builder(engine, as_of=date(2025, 1, 15))
    made.measure()
    made.team("a")
    made.keep()
    assert period() is None


def test_series_are_those_of_the_teams_gaps(named):
    named.reports(REPORTS)
    named.keep()
    chosen = selection(measure="bp")
    found = compared_series(NETWORK_LEAD, chosen, ["a", "b", "e"])
    assert found == team_gaps(NETWORK_LEAD, measure(), ["a", "b"], focus="black")
    assert said(found["a"]) == "60/120 60/120 20/40 | 84/120 84/120 28/40"


def test_the_focus_group_is_the_same_for_all(named):
    named.reports("c black 2025-01-01 20/40\nc hispanic 2025-01-01 30/40\nc white 2025-01-01 35/40")
    named.keep()
    assert said(compared_series(NETWORK_LEAD, selection(measure="bp"), ["c"])["c"]).split()[0] == "20/40"


def test_windows_give_the_same_counts_in_their_periods_alone(named):
    named.reports(REPORTS)
    named.keep()
    chosen = selection(measure="bp")
    whole = compared_series(NETWORK_LEAD, chosen, ["a", "b"])
    first, second, third = whole["a"].periods
    for windows in ([(third,)], [(first,), (third,)], [(first, second), (third,)]):
        wanted = [one for window in windows for one in window]
        parts = compared_series(NETWORK_LEAD, chosen, ["a", "b"], windows=windows)
        assert parts.keys() == whole.keys()
        for team_id, series in parts.items():
            places = [whole[team_id].periods.index(one) for one in wanted]
            assert series.periods == tuple(wanted)
            assert series.focus == tuple(whole[team_id].focus[place] for place in places)
            assert series.reference == tuple(whole[team_id].reference[place] for place in places)


def test_the_best_group_is_found_at_the_start_whatever_the_window(named):
    named.reports("a black 2025-01-01 20/40 - - 20/40\na hispanic 2025-01-01 22/40 - - 38/40\na white 2025-01-01 24/40 - - 20/40")
    named.keep()
    chosen = selection(measure="bp", reference=BEST)
    whole = compared_series(NETWORK_LEAD, chosen, ["a"])
    assert compared_series(NETWORK_LEAD, chosen, ["a"], windows=[whole["a"].periods[-1:]]) == whole
    assert said(whole["a"]).split(" | ")[1].split()[1] == "20/40"


def test_small_numbers_are_hidden_in_every_window(named):
    named.reports("a black 2025-01-01 4/14 4/13 2/13\na white 2025-01-01 30/40 30/40 30/40")
    named.keep()
    chosen = selection(measure="bp")
    first = compared_series(NETWORK_LEAD, chosen, ["a"])["a"].periods[:1]
    assert said(compared_series(NETWORK_LEAD, chosen, ["a"], windows=[first])["a"]) == "hidden | 90/120"
    assert said(compared_series(MEMBER, chosen, ["a"], windows=[first])["a"]) == "10/40 | 90/120"


def test_a_hidden_team_is_hidden_in_every_window(made):
    made.team("a", terms={"visibility": "hidden"})
    made.reports(REPORTS.split("\nb")[0])
    made.keep()
    chosen = selection(measure="bp")
    whole = compared_series(NETWORK_LEAD, chosen, ["a"])["a"]
    assert said(compared_series(NETWORK_LEAD, chosen, ["a"], windows=[whole.periods[:1]])["a"]) == "hidden | hidden"


def test_nobody_asked_for_gives_nothing_and_too_many_are_refused(named):
    chosen = selection(measure="bp")
    assert compared_series(NETWORK_LEAD, chosen, []) == {}
    with pytest.raises(ValueError, match="at most 300"):
        compared_series(NETWORK_LEAD, chosen, [str(number) for number in range(MOST_COMPARED + 1)])


def test_a_reference_that_nobody_can_have_is_said(named):
    with pytest.raises(NoReferenceGroup):
        compared_series(NETWORK_LEAD, selection(measure="bp").but(reference="nobody"), ["a"])


def test_runs_of_periods_are_joined_in_their_order(named):
    named.reports(REPORTS)
    named.keep()
    whole = compared_series(NETWORK_LEAD, selection(measure="bp"), ["a"])["a"]
    parts = [type(whole)(whole.periods[cut], whole.focus[cut], whole.reference[cut]) for cut in (slice(0, 1), slice(1, 3))]
    assert joined(parts) == whole
