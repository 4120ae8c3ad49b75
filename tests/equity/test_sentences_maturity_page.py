from __future__ import annotations

from datetime import date

import pytest

from equity.maturity_profile import DomainProfile, MaturityProfile
from equity.network_moves import NetworkMoves
from equity.sentences.maturity_page import (
    beside_title,
    level_phrase,
    levels_title,
    lowest_words,
    maturity_sentence,
    month_words,
    team_title,
)
from equity.team_maturity import TeamDomain, TeamMaturity

LABELS = {1: "Not yet started", 2: "Beginning", 3: ""}
LONG = "Deploy specific strategies to address the multiple determinants of health"


def label(level: int) -> str:
    return LABELS.get(level, "")


def domain(name: str, then: int | None, now: int | None, *now_counts: int, withheld: bool = False) -> DomainProfile:
    counts = (*now_counts, *(0,) * (3 - len(now_counts)))
    return DomainProfile(name.lower(), name, then, now, (0, 0, 0), counts, 0, 0, withheld)


def profile(*domains: DomainProfile, teams: int = 15) -> MaturityProfile:
    return MaturityProfile(domains, (1, 2, 3), teams, date(2025, 7, 14), date(2026, 9, 16))


def said(found: MaturityProfile, **moves: int) -> str:
    return maturity_sentence(found, NetworkMoves((), **{"scored": 15, "again": 15, "up": 15, **moves}), framework="Path", label=label).text


A, B = domain("Within", 2, 3, 1, 4, 10), domain("Money", 1, 2, 3, 9, 3)


def test_the_finding_says_who_moved_where_the_middle_stands_and_what_is_lowest():
    assert said(profile(A, B)) == (
        "All 15 teams moved up in at least one domain since July 2025. In every domain the middle team is one level higher. "
        "“Money” is lowest: three teams are at level 1, not yet started."
    )


@pytest.mark.parametrize(
    ("moves", "lead"),
    [
        ({"up": 12}, "Twelve of 15 teams moved up in at least one domain since July 2025."),
        ({"up": 0}, "None of 15 teams moved up in any domain since July 2025."),
        ({"again": 14, "up": 14}, "All 14 teams that were scored twice moved up in at least one domain since July 2025."),
        ({"again": 14, "up": 3}, "Three of 14 teams that were scored twice moved up in at least one domain since July 2025."),
        ({"again": 1, "up": 1}, "The one team that was scored twice moved up in at least one domain since July 2025."),
        ({"scored": 1, "again": 1, "up": 0}, "The one team did not move up in any domain since July 2025."),
    ],
)
def test_the_lead_counts_teams_that_were_scored_twice(moves, lead):
    assert said(profile(A, B), **moves).startswith(lead)


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (((1, 3), (1, 3)), "In every domain the middle team is two levels higher."),
        (((3, 2), (2, 1)), "In every domain the middle team is one level lower."),
        (((2, 2), (1, 1)), "The middle team stands where it stood in every domain."),
        (((1, 2), (1, 3)), "In every domain the middle team is higher."),
        (((2, 1), (3, 1)), "In every domain the middle team is lower."),
        (((1, 2), (2, 2), (3, 2)), "Of three domains, the middle team is higher in one and lower in one."),
    ],
)
def test_the_middle_team_is_never_a_mean(steps, words):
    domains = [domain(f"D{number}", *step, number) for number, step in enumerate(steps)]
    assert words in said(profile(*domains))


@pytest.mark.parametrize(
    ("domains", "words"),
    [
        # Nobody on the first level; one team; two domains alike; more alike; all alike; a level without a word.
        ((domain("A", 1, 2, 0, 9, 6), domain("B", 1, 3, 0, 0, 15)), "“A” is lowest: the middle team is at level 2, beginning."),
        ((domain("A", 1, 2, 1, 9, 6), domain("B", 1, 2, 0, 9, 6)), "“A” is lowest: one team is at level 1, not yet started."),
        (
            (domain("A", 1, 2, 2, 9), domain("B", 1, 2, 2, 9), domain("C", 1, 3, 0)),
            "“A” and “B” are lowest: in each two teams are at level 1, not yet started.",
        ),
        ((*(domain(name, 1, 2, 2, 9) for name in "ABC"), domain("D", 1, 3)), "In three of four domains, the lowest, the middle team is at level 2, beginning."),
        (tuple(domain(name, 1, 3) for name in "ABC"), "In every domain the middle team is at level 3."),
    ],
)
def test_the_lowest_domain_says_how_many_have_not_begun(domains, words):
    assert said(profile(*domains)).endswith(words)


def test_first_scores_say_that_nothing_can_be_said_on_moves_yet():
    found = profile(domain("A", None, 2, 3, 9, 3), domain("B", None, 3))
    assert said(found, again=0, up=0) == (
        "15 teams were scored once, in September 2026. What moved can be said after the next scores. "
        "“A” is lowest: three teams are at level 1, not yet started."
    )
    assert said(found, scored=1, again=0, up=0).startswith("One team was scored once, in September 2026.")


def test_without_scores_and_with_too_few_teams_it_says_so():
    empty = profile(domain("A", None, None), teams=0)
    assert said(empty, scored=0, again=0, up=0) == "No team has been scored yet. Levels on Path are shown here once teams and coaches have given them."
    assert said(empty, withheld=True).startswith("Too few teams were scored to show their levels.")


def test_where_no_middle_is_known_only_the_moves_are_told():
    assert said(profile(domain("A", None, None))) == "All 15 teams moved up in at least one domain since July 2025."


@pytest.mark.parametrize(
    ("domains", "title"),
    [
        ((A, B), "Path: levels 2 and 3 are most common; “Money” is lowest"),
        ((domain("A", None, 3, 0, 0, 15), domain("B", None, 3, 0, 0, 15)), "Path: level 3 is most common"),
        ((domain("A", None, None),), "Path: no team has been scored yet"),
        ((domain("A", None, None, withheld=True),), "Path: too few teams to show"),
    ],
)
def test_a_title_tells_the_levels_that_most_teams_have(domains, title):
    assert levels_title(profile(*domains), "Path") == title


def test_a_framework_of_one_level_has_a_title():
    one = MaturityProfile((DomainProfile("a", "A", None, 1, (0,), (4,), 0, 0),), (1,), 4, None, None)
    assert levels_title(one, "Path") == "Path: level 1 is most common"


def test_a_long_name_is_shortened_and_one_domain_alone_is_not_lowest():
    low = domain(LONG, 1, 1, 9)
    assert lowest_words(profile(low, A)) == "; “Deploy specific strategies to address the multiple…” is lowest"
    assert lowest_words(profile(low)) == ""


def team(*levels: tuple[int | None, int | None]) -> TeamMaturity:
    return TeamMaturity("t", "Cedar Hollow", True, tuple(TeamDomain(str(number), "D", *pair) for number, pair in enumerate(levels)))


@pytest.mark.parametrize(
    ("levels", "title"),
    [
        (((1, 2), (2, 2), (3, 1)), "Cedar Hollow: up in one and down in one of three domains"),
        (((2, 2), (1, 1)), "Cedar Hollow: level in every domain as at the start"),
        (((None, 2), (None, 1)), "Cedar Hollow: first scores"),
        (((None, None), (None, None)), "Cedar Hollow has not been scored yet"),
    ],
)
def test_a_teams_title_counts_its_moves(levels, title):
    assert team_title(team(*levels)) == title


def test_a_team_beside_the_middle_one_is_higher_level_or_lower_and_never_ranked():
    found = profile(domain("A", 1, 2, 1), domain("B", 1, 2, 1), domain("C", 1, 2, 1), domain("D", 1, None))
    assert (
        beside_title(team((1, 3), (1, 2), (1, 1), (1, 1)), found)
        == "Cedar Hollow beside the middle team: higher in one, level in one and lower in one of three domains"
    )
    assert beside_title(team(*[(None, None)] * 4), found) == "Cedar Hollow has not been scored yet"


def test_levels_and_months_in_words():
    assert (level_phrase(1, "Not yet started"), level_phrase(2, "")) == ("level 1, not yet started", "level 2")
    assert (month_words(date(2026, 9, 16)), month_words(None)) == ("September 2026", "not yet")
