from __future__ import annotations

import pytest

from equity.maturity_profile import DomainProfile, MaturityProfile
from equity.network_moves import DomainMoves, NetworkMoves
from equity.progress_scale import ProgressCounts
from equity.rater_spread import RaterSpread
from equity.sentences.maturity_cards import (
    evidence_words,
    heat_title,
    progress_title,
    progress_words,
    raters_title,
    shown_rater_words,
    spread_words,
)
from equity.team_maturity import TeamDomain, TeamMaturity

LOW = DomainProfile("money", "Money", 1, 2, (0,) * 5, (3, 9, 3, 0, 0), 0, 0)
HIGH = DomainProfile("within", "Within", 1, 3, (0,) * 5, (0, 0, 9, 6, 0), 0, 0)


def profile(*domains: DomainProfile) -> MaturityProfile:
    return MaturityProfile(domains, (1, 2, 3, 4, 5), 15, None, None)


@pytest.mark.parametrize(
    ("domains", "moves", "title"),
    [
        ((LOW, HIGH), {"high": 1}, "One team is at level 4 or above in every domain; three are at level 1 in “Money”"),
        ((LOW, HIGH), {"high": 0}, "No team is at level 4 or above in every domain; three teams are at level 1 in “Money”"),
        ((LOW, LOW), {"high": 5}, "Five teams are at level 4 or above in every domain"),
        ((HIGH,), {"high": 2}, "Two teams are at level 4 or above in every domain"),
        (
            (DomainProfile("a", "A", 1, 2, (0,) * 5, (1, 9, 0, 0, 0), 0, 0), HIGH),
            {"high": 2},
            "Two teams are at level 4 or above in every domain; one is at level 1 in “A”",
        ),
        ((LOW,), {"scored": 0}, "No team has been scored yet"),
        ((LOW,), {"withheld": True}, "Too few teams to show side by side"),
    ],
)
def test_the_map_of_teams_says_who_is_high_everywhere_and_who_has_not_begun(domains, moves, title):
    assert heat_title(profile(*domains), NetworkMoves((), **{"scored": 15, **moves})) == title


def domain(name: str, **counts: object) -> DomainMoves:
    return DomainMoves(name.lower(), name, **counts)


@pytest.mark.parametrize(
    ("domains", "words"),
    [
        (
            (domain("A", up=5, unsupported=2), domain("B", up=4, unsupported=1), domain("C", up=1)),
            "Three of ten moves up have no evidence on file: “A” (2) and “B” (1).",
        ),
        ((domain("A", up=5, unsupported=1),), "One of five moves up has no evidence on file: “A” (1)."),
        ((domain("A", up=5),), "Each of five moves up has evidence on file."),
        ((domain("A", up=1),), "The one move up has evidence on file."),
        ((domain("A"),), ""),
    ],
)
def test_moves_without_evidence_are_told_by_domain(domains, words):
    assert evidence_words(NetworkMoves(domains)) == words


@pytest.mark.parametrize(
    ("found", "title"),
    [
        (NetworkMoves((domain("A", rated=15, apart=2), domain("B", rated=15, apart=5))), "In five of 15 teams raters stand two levels apart or more on “B”"),
        (NetworkMoves((domain("A", rated=15),)), "In no team do raters stand two levels apart"),
        (NetworkMoves((domain("A", rated=1, apart=1),)), "In the one team with two raters they stand two levels apart or more on “A”"),
        (NetworkMoves((domain("A"),)), "No team has two raters yet"),
        (NetworkMoves((domain("A", withheld=True),), withheld=True), "Too few teams to show how raters differ"),
    ],
)
def test_disagreements_are_counted_in_teams(found, title):
    assert raters_title(found) == title


@pytest.mark.parametrize(
    ("spreads", "words"),
    [
        (
            [RaterSpread(4, 2, 3, 2, 4, 2), RaterSpread(5, 2, 3, 2, 5, 2)],
            "Cedar: raters stand two levels apart or more on “D0” (2 levels) and “D1” (3 levels).",
        ),
        ([RaterSpread(3, 2, 3, 2, 3, 2)], "Cedar: no two raters stand two levels apart."),
        ([RaterSpread(3, None, None, 3, 3, 1)], "Cedar has one rater at most, so nothing can be compared."),
    ],
)
def test_a_teams_raters_are_told_in_words(spreads, words):
    domains = tuple(TeamDomain(str(number), f"D{number}", None, 3, raters=spread) for number, spread in enumerate(spreads))
    assert spread_words("Cedar", TeamMaturity("c", "Cedar", True, domains)) == words


@pytest.mark.parametrize(
    ("raters", "words"),
    [
        ((("consensus", 15),), "agreed by team and coach"),
        ((("coach", 2), ("consensus", 9), ("self", 4)), "agreed by team and coach, else the coach's, else the teams' own"),
        ((("self", 4),), "the teams' own"),
        ((), "none yet"),
    ],
)
def test_whose_levels_are_shown_is_said(raters, words):
    assert shown_rater_words(raters) == words


def counts(then: dict[int, int], now: dict[int, int], **moves: object) -> ProgressCounts:
    return ProgressCounts(*(tuple(found.get(place, 0) for place in range(10)) for found in (then, now)), **moves)


@pytest.mark.parametrize(
    ("found", "title"),
    [
        # Places 0 to 9 are 0.5 to 5: the middle of five teams, and the lower middle of four.
        (counts({0: 3, 1: 2}, {4: 2, 6: 3}), "The middle team went from 0.5 to 3.5 on the IHI progress scale: improvement toward the goals"),
        (counts({5: 4}, {5: 2, 6: 2}), "The middle team is at 3 on the IHI progress scale: modest improvement"),
        (counts({}, {9: 1}), "The middle team is at 5 on the IHI progress scale: all goals met, built to last"),
        (counts({}, {}), "No team has a progress score yet"),
        (counts({}, {}, withheld=True), "Too few teams have a progress score to show them"),
    ],
)
def test_progress_is_told_by_the_middle_team(found, title):
    assert progress_title(found) == title


def test_moves_on_the_scale_are_counted():
    assert progress_words(counts({}, {}, up=13, same=1)) == "Of 14 teams scored twice, 13 moved up, one stayed and none moved down."
    assert progress_words(counts({}, {})) == ""
