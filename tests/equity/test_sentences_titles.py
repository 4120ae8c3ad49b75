from __future__ import annotations

from dataclasses import replace
from math import inf, nan

import pytest

from equity.maturity_profile import DomainProfile, MaturityProfile
from equity.sentences import (
    grid_title,
    lead_title,
    maturity_title,
    multiples_title,
    unknown_title,
)
from tests.examples import names_for
from tests.told import TRENDS


@pytest.mark.parametrize(
    ("case", "title"),
    [
        ("closing", "The gap fell by about a third: up 6.3 points for Black patients, up 1.6 points for all other patients"),
        ("widening", "The gap grew by 6.3 points: down 4.7 points for Black patients, up 1.6 points for all other patients"),
        ("closing, crossed", "The gap crossed zero: up 15.7 points for Black patients, up 0.8 points for all other patients"),
        ("closing, ratio", "The ratio went from 1.88 to 1.43 times: down 7.9 points for Black patients, down 0.8 points for all other patients"),
        ("levelled down", "The gap was levelled down: up 0.8 points for Black patients, down 6.3 points for all other patients"),
        ("no clear change", "No clear change: 14.0 points in the baseline year, 14.0 points in Q4 2025"),
        ("cannot tell", "Too early to tell: 12.6 points in the baseline year, 8.0 points in Q4 2025"),
        ("one point", "Too early to tell: 14.0 points in Q1 2024"),
    ],
)
def test_titles_of_the_lead_chart(case, title):
    assert lead_title(TRENDS[case], names_for(TRENDS[case])) == title


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        (
            {"blood pressure": {"closing": 4}, "preterm birth": {"closing": 5, "widening": 1}},
            "Five teams are closing the preterm birth gap; one gap is widening",
        ),
        ({"blood pressure": {"closing": 1}, "preterm birth": {"closing": 1}}, "One team is closing the blood pressure gap; no gaps are widening"),
        ({"blood pressure": {"levelled_down": 9, "widening": 2}}, "No team is closing a gap yet; two gaps are widening"),
        ({"blood pressure": {}}, "No team has a verdict yet"),
        ({}, "No team has a verdict yet"),
    ],
)
def test_titles_of_the_grid(counts, title):
    assert grid_title(counts) == title


@pytest.mark.parametrize(
    ("verdicts", "title"),
    [
        ([("A", "closing"), ("Quillstone", "widening"), ("C", None)], "One of two gaps is closing; Quillstone's is widening"),
        ([("A", "closing"), ("B", "closing"), ("C", "levelled_down")], "Two of three gaps are closing; none is widening"),
        ([("A", "widening"), ("B", "widening")], "None of two gaps is closing; two are widening"),
        ([("A", "no_clear_change"), ("B", None)], "The one gap that can be judged is not closing; none is widening"),
        ([("A", "closing")], "The one gap that can be judged is closing; none is widening"),
        ([("A", None)], "No gap can be judged yet"),
    ],
)
def test_titles_of_small_multiples(verdicts, title):
    assert multiples_title(verdicts) == title
    assert multiples_title(verdicts, is_page=True).lower() == f"on this page {title}".lower()


def profile(*moves):
    domains = tuple(DomainProfile(f"d{number}", "", then, now, (), (), 0, 0) for number, (then, now) in enumerate(moves))
    return MaturityProfile(domains, (1, 2, 3, 4, 5), 15, None, None)


@pytest.mark.parametrize(
    ("moves", "title"),
    [
        (((1, 2), (2, 3), (2, 4), (3, 4), (2, 2)), "The middle team moved up on four of five components"),
        (((1, 2), (3, 2)), "The middle team moved up on one of two and down on one of two components"),
        (((2, 2), (3, 3)), "The middle team stands where it stood on all two components"),
        (((None, 2), (None, None)), "First scores of 15 teams"),
    ],
)
def test_titles_of_maturity(moves, title):
    assert maturity_title(profile(*moves), "component") == title


def test_nobody_scored_yet():
    assert maturity_title(replace(profile(), teams=0)) == "No team has been scored yet"


@pytest.mark.parametrize(
    ("now", "start", "title"),
    [
        (4.1, 11.8, "4.1% of patients have no recorded group, down from 11.8%"),
        (11.8, 4.1, "11.8% of patients have no recorded group, up from 4.1%"),
        (4.1, 4.12, "4.1% of patients have no recorded group, as at the start"),
        (4.1, nan, "4.1% of patients have no recorded group"),
        (nan, 4.1, "It is not known how many patients have no recorded group"),
        (inf, inf, "It is not known how many patients have no recorded group"),
    ],
)
def test_titles_of_the_unknown_share(now, start, title):
    assert unknown_title(now, start, "patients") == title
