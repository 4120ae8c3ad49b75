"""The grid's cells and their counts: a word, or the reason why there is none."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from sqlalchemy import update

from data_access import schema, store
from data_access.catalogue import catalogue
from data_access.engine import writing
from data_access.teams import measures_of_teams, teams_page
from data_access.verdict_grid import GridCell, verdict_counts, verdict_grid
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.data_access.builder import Builder
from tests.data_access.test_verdict_job import CLOSING, SMALL


def words(viewer=NETWORK_LEAD, teams=("a",), measures=("bp",)) -> dict[str, str]:
    return {team_id: cell.word or cell.blank for (team_id, _), cell in verdict_grid(viewer, teams, measures).items()}


def rewrite(made: Builder, **values: object) -> None:
    """Change what the load kept, and the store's version with it."""
    with writing(made.engine) as connection:
        connection.execute(update(schema.verdict).values(**values))
        connection.execute(update(schema.store_state).values(version=schema.store_state.c.version + 1))


@pytest.fixture
def closing(made: Builder) -> Builder:
    made.team("a")
    made.reports(CLOSING.format("a"))
    made.keep()
    return made


def test_a_cell_says_what_the_load_found(closing):
    cell = verdict_grid(NETWORK_LEAD, ["a"], ["bp"])["a", "bp"]
    assert (cell.word, cell.blank, round(cell.start, 6), round(cell.end, 6), cell.periods) == ("closing", None, 20, 5, 4)
    assert (cell.crossed, cell.opposite, cell.last_period.label) == (False, False, "Q4 2025")
    assert cell.detectable > 0


def test_every_pair_has_a_cell_and_one_without_work_does_not_apply(closing):
    closing.measure(measure_id="rel")
    closing.keep(["rel"])
    grid = verdict_grid(NETWORK_LEAD, ["a", "nobody"], ["bp", "rel"])
    assert {key: cell.blank for key, cell in grid.items()} == {
        ("a", "bp"): None,
        ("a", "rel"): "not_applicable",
        ("nobody", "bp"): "not_applicable",
        ("nobody", "rel"): "not_applicable",
    }
    assert verdict_grid(NETWORK_LEAD, [], []) == {}


@pytest.mark.parametrize(
    ("hidden", "of", "word"), [(1, 4, "closing"), (2, 4, "closing"), (3, 4, "hidden"), (4, 4, "hidden"), (1, 1, "hidden"), (0, 0, "closing")]
)
def test_a_verdict_that_rests_mostly_on_hidden_periods_is_hidden(closing, hidden, of, word):
    rewrite(closing, periods_hidden=hidden, periods=of)
    assert words() == {"a": word}
    assert verdict_counts(NETWORK_LEAD) == {("bp", "core"): {word: 1}}
    own = Viewer("team_member", frozenset({"a"}))
    assert words(own) == {"a": "closing"}
    assert verdict_counts(own) == {("bp", "core"): {"closing": 1}}


def test_a_hidden_cell_carries_no_number(closing):
    rewrite(closing, periods_hidden=4)
    assert verdict_grid(NETWORK_LEAD, ["a"], ["bp"])["a", "bp"] == GridCell(None, "hidden")


def test_a_measure_that_a_team_shows_to_nobody_is_hidden(made):
    made.team("a", terms={"visibility": "hidden"})
    made.reports(CLOSING.format("a"))
    made.keep()
    assert words() == {"a": "hidden"}
    assert words(Viewer("team_member", frozenset({"a"}))) == {"a": "closing"}


# By 31 December quarters 1 to 3 are due; quarter 4 is on 15 February.
@pytest.mark.parametrize(("last", "word"), [("2025-01-01", "not_reported"), ("2025-04-01", "closing"), ("2025-07-01", "closing"), (None, "not_reported")])
def test_two_due_quarters_without_a_report_are_not_reported(closing, last, word):
    day = last and date.fromisoformat(last)
    rewrite(closing, last_period=day, last_reported=day)
    assert words() == {"a": word}
    assert verdict_counts(NETWORK_LEAD) == {("bp", "core"): {word: 1}}


@pytest.mark.parametrize(("grain", "last", "word"), [("half-year", "2024-07-01", "not_reported"), ("half-year", "2025-01-01", "closing")])
def test_of_half_years_one_is_enough(closing, grain, last, word):
    with writing(closing.engine) as connection:
        connection.execute(update(schema.measure).values(grain=grain))
    rewrite(closing, last_period=date.fromisoformat(last), last_reported=date.fromisoformat(last))
    assert words() == {"a": word}


def test_reports_that_came_without_a_number_are_hidden_and_not_late(closing):
    rewrite(closing, last_period=None, last_reported=date(2025, 7, 1))
    assert words() == {"a": "hidden"}
    assert verdict_counts(NETWORK_LEAD) == {("bp", "core"): {"hidden": 1}}


def test_a_gap_of_long_ago_keeps_its_word_while_reports_come(closing):
    rewrite(closing, last_period=date(2025, 1, 1), last_reported=date(2025, 7, 1))
    assert words() == {"a": "closing"}


def test_a_measure_of_totals_only_has_no_gap(closing):
    with writing(closing.engine) as connection:
        connection.execute(update(schema.measure).values(stratifier_id="overall", focus_group="all", reference_group="overall"))
    assert words() == {"a": "not_applicable"}


def test_a_team_is_judged_by_the_periods_in_which_it_was_a_member(made):
    made.team("new", joined_on=date(2025, 11, 1))
    made.team("late", joined_on=date(2025, 4, 1))
    made.team("left", left_on=date(2025, 6, 30))
    made.team("early", joined_on=date(2025, 11, 1))
    for team_id, cells in {"left": "20/40 - - 20/40", "early": "20/40"}.items():
        made.reports(f"{team_id} black 2025-01-01 {cells}\n{team_id} white 2025-01-01 {cells}")
    made.keep()
    expected = {"new": "not_due", "late": "not_reported", "left": "cannot_tell_yet", "early": "cannot_tell_yet"}
    assert words(teams=list(expected)) == expected
    assert verdict_counts(NETWORK_LEAD) == {("bp", "core"): {"not_due": 1, "not_reported": 1, "cannot_tell_yet": 2}}


def test_a_team_without_a_kept_verdict_has_not_reported(closing):
    closing.team("b")
    assert words(teams=["b"]) == {"b": "not_reported"}


def test_a_measure_without_rates_does_not_apply(made):
    made.measure(measure_id="falls", number="count")
    made.team("a", "falls")
    made.keep(["falls"])
    assert words(measures=["falls"]) == {"a": "not_applicable"}
    assert verdict_counts(NETWORK_LEAD) == {("falls", "core"): {"not_applicable": 1}}


def test_core_and_own_measures_are_counted_apart(closing):
    closing.team("b", standing="own")
    closing.reports(SMALL.format("b"))
    closing.keep()
    assert verdict_counts(NETWORK_LEAD) == {("bp", "core"): {"closing": 1}, ("bp", "own"): {"cannot_tell_yet": 1}}


def counted_cells(viewer: Viewer) -> dict:
    """The naive twin: every cell, one by one."""
    counts: dict = {}
    found = catalogue(viewer)
    teams = [team.team_id for team in teams_page(viewer, size=1000).teams]
    grid = verdict_grid(viewer, teams, [measure.measure_id for measure in found.measures])
    for team_id, terms in measures_of_teams(viewer, teams).items():
        for term in terms:
            cell = grid[team_id, term.measure_id]
            counts.setdefault((term.measure_id, term.standing), Counter())[cell.word or cell.blank] += 1
    return counts


def check_demo(url: str) -> None:
    store.connect(url)
    teams = [team.team_id for team in teams_page(NETWORK_LEAD, size=1000).teams]
    assert len(teams) == 15
    for viewer in (NETWORK_LEAD, Viewer("team_member", frozenset(teams[:3])), Viewer("coach", frozenset(teams))):
        assert verdict_counts(viewer) == counted_cells(viewer)
    store.disconnect()


def test_in_the_demo_network_the_counts_are_those_of_the_cells(demo_url):
    check_demo(demo_url)


def test_they_are_on_postgresql_too(demo_postgres_url):
    check_demo(demo_postgres_url)
