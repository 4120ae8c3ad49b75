"""The gap of each team: pooled by display period, every blank told apart, released at the end."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest

from data_access.catalogue import catalogue
from data_access.team_gaps import team_gaps
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.counts import Count
from equity.errors import NoReferenceGroup
from tests.data_access.builder import Builder

MEMBER = Viewer("team_member", frozenset({"a"}))


def gaps(viewer=NETWORK_LEAD, teams=("a",), measure_id="bp", **asked):
    """By team, one word a period: focus | reference."""
    measure = catalogue(viewer).measure(measure_id)
    return {team_id: f"{said(one.focus)} | {said(one.reference)}" for team_id, one in team_gaps(viewer, measure, teams, **asked).items()}


def said(counts) -> str:
    return " ".join(word(count) for count in counts)


def word(count: Count) -> str:
    kept = f"/{count.denominator}" if count.denominator is not None else ""
    return f"{count.numerator if count.blank is None else count.blank}{kept}"


def test_months_and_groups_are_summed_into_quarters(made):
    made.team("a")
    made.reports(
        """
        a black    2025-01-01 20/40 21/40 22/40  30/60 30/60 -
        a hispanic 2025-01-01 15/30 15/30 15/30  15/30 -     -
        a white    2025-01-01 40/50 40/50 40/50  -     40/50 -
        """
    )
    made.keep()
    # 20 + 21 + 22 of 120, 30 + 30 of 120; others (15 + 40) x 3 of 240, 15 + 40 of 80. Q3 was due on 14 November, Q4 has ended.
    assert gaps() == {"a": "63/120 60/120 not_reported | 165/240 55/80 not_reported"}
    assert [period.label for period in team_gaps(NETWORK_LEAD, catalogue(NETWORK_LEAD).measure("bp"), ["a"])["a"].periods] == ["Q1 2025", "Q2 2025", "Q3 2025"]


@pytest.mark.parametrize(
    ("cells", "quarter"),
    [
        ("not_reported hidden_at_source/40 not_due", "hidden_at_source/40"),
        ("hidden_at_source/4 hidden_at_source/6 not_due", "hidden_at_source"),
        ("not_applicable not_due not_applicable", "not_due"),
        ("not_applicable not_applicable not_applicable", "not_applicable"),
        ("not_applicable not_applicable -", "not_reported"),
        ("not_due not_reported not_due", "not_reported"),
        ("not_reported 20/40 hidden_at_source/40", "20/40"),
        ("0/40 - -", "0/40"),
        ("0/0 - -", "0/0"),
    ],
)
def test_a_quarter_without_counts_has_the_strongest_blank_of_its_months(made, cells, quarter):
    made.team("a")
    made.reports(f"a black 2025-01-01 {cells}\na white 2025-01-01 20/40")
    made.keep()
    assert gaps()["a"].split(" | ")[0].split()[0] == quarter


# January's last day to report is 17 March, June's is 14 August: 30 June + 45 days.
@pytest.mark.parametrize(
    ("as_of", "second"),
    [("2025-06-29", "not_due"), ("2025-06-30", "20/40"), ("2025-08-15", "20/40")],
)
def test_a_quarter_is_shown_once_it_has_ended(engine, door, as_of, second):
    made = Builder(engine, as_of=date.fromisoformat(as_of))
    made.measure()
    made.team("a")
    made.reports("a black 2025-01-01 20/40 - - 20/40\na white 2025-01-01 20/40 - - 20/40")
    made.keep()
    assert gaps()["a"].split(" | ")[0].split()[1] == second


@pytest.mark.parametrize(
    ("as_of", "blank"), [("2025-04-30", "not_due"), ("2025-06-14", "not_due"), ("2025-06-15", "not_reported"), ("2025-08-15", "not_reported")]
)
def test_a_missing_row_is_late_after_its_own_last_day(engine, door, as_of, blank):
    made = Builder(engine, as_of=date.fromisoformat(as_of), starts_on=date(2025, 4, 1))
    made.measure(grain="quarter", due_days=15)
    made.team("a")
    made.team("b")
    # Quarter 1 of 2025 was reported by b alone; April's quarter ends on 30 June.
    made.reports("b black 2025-01-01 20/40\nb white 2025-01-01 20/40")
    made.measure(measure_id="late", due_days=75, grain="quarter")
    made.team("a", "late")
    made.team("b", "late")
    made.reports("b black 2025-01-01 20/40\nb white 2025-01-01 20/40", measure_id="late")
    made.keep(["bp", "late"])
    assert gaps(teams=["a"], measure_id="late")["a"].split(" | ")[0].split()[0] == blank


def test_a_team_that_joined_later_has_nothing_that_applies_before(made):
    made.team("a", joined_on=date(2025, 4, 1), left_on=date(2025, 6, 30))
    made.team("b")
    made.reports("b black 2025-01-01 20/40\nb white 2025-01-01 20/40")
    made.keep()
    assert gaps()["a"] == "not_applicable not_reported not_applicable | not_applicable not_reported not_applicable"


def test_a_team_that_does_not_work_on_the_measure_is_absent_and_so_is_one_that_nobody_knows(made):
    made.team("a")
    made.measure(measure_id="other")
    made.team("b", "other")
    made.keep()
    assert set(gaps(teams=["a", "b", "nobody"])) == {"a"}
    assert gaps(teams=[]) == {}


def test_small_numbers_are_hidden_from_all_but_the_teams_own_members(made):
    made.team("a")
    made.reports(
        """
        a black    2025-01-01 4/14 4/13 2/13  11/22 - -
        a hispanic 2025-01-01 5/30 - -        5/30  - -
        a white    2025-01-01 5/30 - -        6/30  - -
        """
    )
    made.keep()
    # Others are put together first: 5 + 5 of 60 is small, 5 + 6 is not.
    assert gaps() == {"a": "hidden 11/22 not_reported | hidden 11/60 not_reported"}
    assert gaps(MEMBER) == {"a": "10/40 11/22 not_reported | 10/60 11/60 not_reported"}


def test_a_measure_that_a_team_shows_to_nobody_is_hidden_whole(made):
    made.team("a", terms={"visibility": "hidden"})
    made.reports("a black 2025-01-01 20/40\na white 2025-01-01 20/40")
    made.keep()
    assert gaps() == {"a": "hidden hidden hidden | hidden hidden hidden"}
    assert gaps(MEMBER)["a"].startswith("20/40 ")


def test_a_team_may_have_registered_a_focus_group_of_its_own(made):
    made.team("a", terms={"focus_group": "hispanic", "focus_stratifier_id": "race"})
    made.team("b")
    made.reports(
        """
        a black    2025-01-01 20/40
        a hispanic 2025-01-01 30/60
        a white    2025-01-01 40/50
        b black    2025-01-01 25/50
        b white    2025-01-01 45/60
        """
    )
    made.keep()
    late = "not_reported not_reported"
    assert gaps(teams=["a", "b"]) == {"a": f"30/60 {late} | 60/90 {late}", "b": f"25/50 {late} | 45/60 {late}"}
    assert gaps(teams=["a"], focus="black") == {"a": f"20/40 {late} | 70/110 {late}"}


def test_other_references_are_a_group_the_total_the_best_and_the_largest(made):
    made.team("a", terms={"baseline_from": date(2025, 1, 1), "baseline_to": date(2025, 3, 31)})
    made.team("b")
    made.reports(
        """
        a black    2025-01-01 20/40 - - 20/40
        a hispanic 2025-01-01 22/40 - - 38/40
        a white    2025-01-01 24/40 - - 20/40
        a unknown  2025-01-01 40/60 - - 40/60
        a all      2025-01-01 99/160 - - 99/170
        """
    )
    made.keep()
    late = "not_reported"
    assert gaps(reference="white") == {"a": f"20/40 20/40 {late} | 24/40 20/40 {late}"}
    assert gaps(reference="overall") == {"a": f"20/40 20/40 {late} | 99/160 99/170 {late}"}
    # White was best over the baseline, 24/40 against 22/40; by the second quarter it no longer was.
    assert gaps(reference="best") == {"a": f"20/40 20/40 {late} | 24/40 20/40 {late}"}
    assert gaps(teams=["b"], reference="best") == {"b": f"{late} {late} {late} | not_applicable not_applicable not_applicable"}
    # Of three groups of 40 people Hispanic is the first that is not the focus group; team b has none with enough people.
    assert gaps(reference="largest") == {"a": f"20/40 20/40 {late} | 22/40 hidden {late}"}
    assert gaps(teams=["b"], reference="largest") == {"b": f"{late} {late} {late} | not_applicable not_applicable not_applicable"}
    with pytest.raises(NoReferenceGroup):
        gaps(reference="nobody")


def test_another_stratifier_may_be_asked_for(made):
    made.team("a")
    made.reports("a black 2025-01-01 20/40\na white 2025-01-01 20/40")
    made.keep()
    assert gaps(stratifier=catalogue(NETWORK_LEAD).stratifier("race"), focus="white") == {
        "a": "20/40 not_reported not_reported | 20/40 not_reported not_reported"
    }


def test_another_stratifier_without_a_focus_group_is_refused(made):
    made.team("a")
    made.keep()
    with pytest.raises(ValueError, match="name the focus group"):
        gaps(stratifier=catalogue(NETWORK_LEAD).stratifier("overall"))


def test_a_measure_without_rates_has_no_gap(made):
    made.measure(measure_id="falls", number="count")
    made.team("a", "falls")
    made.keep(["falls"])
    assert team_gaps(NETWORK_LEAD, catalogue(NETWORK_LEAD).measure("falls"), ["a"]) == {}


def test_more_teams_than_a_page_shows_are_refused(made):
    measure = catalogue_measure(made)
    assert team_gaps(NETWORK_LEAD, measure, [str(number) for number in range(24)]) == {}
    with pytest.raises(ValueError, match="at most 24"):
        team_gaps(NETWORK_LEAD, measure, [str(number) for number in range(25)])


def catalogue_measure(made):
    made.keep()
    return catalogue(NETWORK_LEAD).measure("bp")


def test_an_own_measure_covers_the_periods_of_its_own_data(made):
    made.team("a", standing="own")
    made.reports("a black 2024-10-01 20/40\na white 2024-10-01 20/40")
    made.keep()
    assert gaps() == {"a": "20/40 not_reported not_reported not_reported | 20/40 not_reported not_reported not_reported"}


def test_no_data_and_nothing_due_gives_no_period(engine, door):
    made = Builder(engine, as_of=date(2025, 1, 15))
    made.measure()
    made.team("a")
    made.keep()
    assert gaps() == {"a": " | "}


def naive(rows, group_codes):
    """{(year, quarter): (sum, sum)} of the rows (group, day, numerator, denominator) that have both."""
    sums = defaultdict(lambda: [0, 0])
    for group, day, numerator, denominator in rows:
        if group in group_codes and numerator is not None:
            sums[day.year, (day.month + 2) // 3][0] += numerator
            sums[day.year, (day.month + 2) // 3][1] += denominator
    return {key: tuple(pair) for key, pair in sums.items()}


def test_the_sums_are_those_of_a_plain_loop(made):
    made.team("a")
    table, rows = [], []
    for place, group in enumerate(("black", "hispanic", "white")):
        cells = []
        for month in range(1, 13):
            numerator, denominator = 20 + (month * 7 + place * 3) % 11, 50 + (month * 5 + place) % 13
            blank = (month + place) % 5 == 0
            cells.append("not_reported" if blank else f"{numerator}/{denominator}")
            rows.append((group, date(2025, month, 1), None if blank else numerator, denominator))
        table.append(f"a {group} 2025-01-01 {' '.join(cells)}")
    made.reports("\n".join(table))
    made.keep()
    found = team_gaps(NETWORK_LEAD, catalogue(NETWORK_LEAD).measure("bp"), ["a"])["a"]
    keys = [(period.start.year, (period.start.month + 2) // 3) for period in found.periods]
    for side, codes in ((found.focus, {"black"}), (found.reference, {"hispanic", "white"})):
        assert {key: (count.numerator, count.denominator) for key, count in zip(keys, side, strict=True)} == naive(rows, codes)


def test_counts_speak_of_one_team(made):
    made.team("a")
    made.reports("a black 2025-01-01 20/40\na white 2025-01-01 20/40")
    made.keep()
    found = team_gaps(NETWORK_LEAD, replace(catalogue(NETWORK_LEAD).measure("bp")), ["a"])["a"]
    assert {count.teams for count in found.focus} == {1}
