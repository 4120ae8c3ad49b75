"""Exact levels of single teams: the same whether some are asked for or all, in the order asked, with the words of the framework."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from data_access.exact_maturity import every_team_exactly, teams_exactly
from data_access.store import reading
from equity.rater_spread import RaterSpread
from tests.data_access.test_team_maturity import TEAMS, path, score  # noqa: F401  pytest finds a fixture by its name here


def some(framework, *team_ids):
    with reading() as connection:
        return teams_exactly(connection, framework, team_ids)


def test_teams_come_in_the_order_they_are_asked_for_under_their_ids(path):  # noqa: F811
    found = some(path, "c", "a")
    assert [(one.team_id, one.name, one.is_named) for one in found] == [("c", "c", True), ("a", "a", True)]
    assert some(path) == []


def test_all_teams_are_what_they_are_one_by_one(path):  # noqa: F811
    with reading() as connection:
        found = every_team_exactly(connection, path, TEAMS)
    assert found == some(path, *TEAMS)
    assert [one.domains[0].now for one in found] == [3, 1, 1, 1, 1]


def test_days_raters_and_words_are_those_of_the_shown_levels(path):  # noqa: F811
    (team,) = some(path, "a")
    assert (team.first_on, team.latest_on, team.shown_rater) == (date(2025, 2, 1), date(2025, 8, 1), "consensus")
    within, together = team.domains
    assert (within.then, within.now, within.words, within.next_words) == (1, 3, "Tests.", "Teaches.")
    assert within.raters == RaterSpread(own=5, coach=3, agreed=3, lowest=3, highest=5, raters=2)
    assert (together.then, together.now, together.words, together.next_words) == (None, None, "", "")


def test_a_team_that_is_not_known_or_was_not_scored_has_domains_without_levels(path):  # noqa: F811
    (nobody,) = some(path, "nobody")
    assert ([one.now for one in nobody.domains], nobody.first_on, nobody.latest_on, nobody.shown_rater) == ([None, None], None, None, "")


def test_a_level_without_words_says_nothing_and_the_highest_has_no_next(path, made):  # noqa: F811
    score(made, "b", "2025-08-01", "consensus", 2)
    score(made, "c", "2025-08-01", "consensus", 5)
    made.keep()
    assert [(team.domains[0].words, team.domains[0].next_words) for team in some(path, "b", "c")] == [("", "Tests."), ("Teaches.", "")]


def test_scores_of_another_version_are_not_this_ones(path):  # noqa: F811
    other = replace(path, version="2")
    with reading() as connection:
        found = every_team_exactly(connection, other, TEAMS)
    assert [one.is_scored for one in found] == [False] * 5


def test_levels_are_worded_by_the_domain_where_it_has_words_of_its_own(path):  # noqa: F811
    own = replace(path.levels[1], domain_id="within", wording="Tests within.")
    (team,) = some(replace(path, levels=(*path.levels, own)), "a")
    assert team.domains[0].words == "Tests within."
