from __future__ import annotations

import re

import pytest

from equity.comparison import comparison
from equity.numbers import record_words
from equity.sentences.comparison import (
    NO_NETWORK,
    clear_difference_words,
    comparison_sentence,
    dots_title,
    funnel_title,
    funnel_words,
    likely_words,
    quadrant_title,
    row_sentence,
    spread_words,
)
from tests.equity.comparing import compared, entries_of
from tests.examples import MEASURE, measure_like, names_for, straight_trend

STILL = "\n".join(f"T{place} core 600/1000 700/1000" for place in range(4))
LARGE, SMALL = "core 500/1000 700/1000", "core 690/1000 700/1000"
NAMES = names_for(straight_trend((0.5, 0.5), (0.6, 0.6)))
CHANCE = "If no team differed, at most about 0.2 of {} would still seem to."
RATIO = measure_like(scale="ratio", improvement_direction="lower", meaningful_change=0.1)


def said(table, **asked):
    sentence = comparison_sentence(compared(table, **asked))
    return sentence.lead, sentence.rest


@pytest.mark.parametrize(("measure", "size"), [(MEASURE, "5 points"), (RATIO, "10%")])
def test_the_rule_of_a_clear_difference_has_chance_and_size(measure, size):
    assert clear_difference_words(measure) == f"Clearly larger or smaller: its interval leaves out the network's gap, and it is {size} or more away."


def test_my_team_is_set_against_the_network_with_its_numbers():
    lead, rest = said(f"Mine core 600/1000 700/1000\n{STILL}", my_team="mine")
    assert lead == "Mine's gap does not clearly differ from the network's."
    assert rest == (
        "It was 10.0 points in Q2 2024, likely 5.8 to 14.1; the network's was 10.0 points. No team's gap clearly differs from the network's. "
        "If no team differed, at most about 0.2 of five would still seem to."
    )


@pytest.mark.parametrize(("counts", "word"), [(LARGE, "larger"), (SMALL, "smaller")])
def test_a_gap_beyond_chance_is_called_larger_or_smaller(counts, word):
    lead, rest = said(f"Mine {counts}\n{STILL}", my_team="mine")
    assert lead == f"Mine's gap is clearly {word} than the network's."
    assert f"Only Mine's gap is clearly {word}." in rest


def test_where_the_network_is_turned_round_a_gap_is_higher_or_lower():
    lead, _ = said(f"Mine {SMALL}\n{STILL}", my_team="mine", network="8000/10000 7000/10000")
    assert lead == "Mine's gap is clearly higher than the network's."


def test_my_team_without_a_gap_says_why():
    lead, rest = said(f"Mine core hidden 700/1000\n{STILL}", my_team="mine")
    assert lead == "Mine has no gap to compare in Q2 2024."
    assert rest.startswith("Hidden: Counted, but too few people to show. No team's gap")


def test_an_own_measure_stands_for_itself_beside_the_networks():
    lead, rest = said(f"Mine own 600/1000 700/1000\n{STILL}", my_team="mine")
    assert lead == "Mine's gap stands for itself."
    assert "the network's was 10.0 points. Mine chose this measure for itself, so it is not part of that." in rest


def test_where_nobody_has_it_as_a_core_measure_there_is_no_network():
    own = STILL.replace("core", "own")
    assert said(own, network="") == ("Each gap stands for itself.", NO_NETWORK)
    lead, rest = said(f"Mine own 600/1000 700/1000\n{own}", network="", my_team="mine")
    assert (lead, rest) == ("Mine's gap stands for itself.", f"It was 10.0 points in Q2 2024, likely 5.8 to 14.1. {NO_NETWORK}")
    assert dots_title(compared(own, network="")) == "Each team's gap, side by side"
    assert funnel_title(compared(own, network="")) == "There is no common rate to hold teams against"


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (STILL, "No team's gap clearly differs from the network's."),
        (f"Ash {LARGE}\n{STILL}", "Only Ash's gap is clearly larger."),
        (f"Ash {LARGE}\nBirch {SMALL}\n{STILL}", "Ash's gap is clearly larger and Birch's gap is clearly smaller."),
        (f"Ash {LARGE}\nBirch {LARGE}\n{STILL}", "The gaps of Ash and Birch are clearly larger."),
        (f"Ash {LARGE}\nBirch {LARGE}\nElms {SMALL}\n{STILL}", "The gaps of Ash and Birch are clearly larger and Elms' gap is clearly smaller."),
        (f"A {LARGE}\nB {LARGE}\nC {SMALL}\nD {SMALL}\n{STILL}", "Four of eight gaps clearly differ from the network's."),
    ],
)
def test_teams_outside_are_named_while_they_are_few(table, words):
    lead, rest = said(table)
    assert lead == words
    assert rest.startswith("If no team differed, at most about 0.")


@pytest.mark.parametrize(
    ("table", "title"),
    [
        (STILL, "No team's gap clearly differs from the network's"),
        (f"Ash {LARGE}\n{STILL}", "Most gaps do not clearly differ from the network's; Ash's gap is larger"),
        (
            f"Ash {LARGE}\nB {SMALL}\nC {SMALL}\n{STILL}",
            "Most gaps do not clearly differ from the network's; Ash's gap is larger and two gaps are smaller",
        ),
        (
            f"A {LARGE}\nB {LARGE}\nC {SMALL}\nD {SMALL}\n{STILL}\n{STILL}",
            "Most gaps do not clearly differ from the network's; two gaps are larger and two are smaller",
        ),
        (f"A {LARGE}\nB {LARGE}\nC {LARGE}\nD {LARGE}\n{STILL}", "Four of eight gaps clearly differ from the network's"),
    ],
)
def test_the_title_of_the_dots_is_the_finding(table, title):
    assert dots_title(compared(table)) == title


@pytest.mark.parametrize(
    ("table", "my_team", "rest"),
    [
        ("Mine core 600/1000 700/1000\nAsh core 600/1000 700/1000", "mine", "One other team has a gap to show for Q2 2024."),
        ("Mine core 600/1000 700/1000", "mine", "No other teams have a gap to show for Q2 2024."),
        ("Ash core 600/1000 700/1000\nBirch core 600/1000 700/1000", "", "Two teams have a gap to show for Q2 2024."),
    ],
)
def test_a_withheld_comparison_says_so_and_why(table, my_team, rest):
    assert said(table, my_team=my_team) == ("This comparison is withheld.", f"{rest} A comparison needs at least three.")
    assert dots_title(compared(table, my_team=my_team)) == "Too few teams have numbers for a comparison"


def test_before_any_report_there_is_nothing_to_compare():
    found = comparison(entries_of(STILL), MEASURE, None, network=None, my_team="")
    assert comparison_sentence(found).text == "There is nothing to compare yet. No team has reported this measure."
    assert dots_title(found) == "There is nothing to compare yet"


@pytest.mark.parametrize(
    ("rates", "title"),
    [
        ((600, 610, 590), "No rate lies outside what chance allows for a team of its size"),
        ((600, 610, 500), "T2's rate lies outside what chance allows for a team of its size"),
        ((600, 700, 500), "Two of three rates lie outside what chance allows for a team of its size"),
    ],
)
def test_the_title_of_the_funnel_is_the_finding(rates, title):
    found = compared("\n".join(f"T{place} core {rate}/1000 700/1000" for place, rate in enumerate(rates)))
    assert funnel_title(found) == title


def test_where_a_rate_lies_is_said_without_a_grade():
    found = compared("A core 600/1000 700/1000\nB core 500/1000 700/1000\nC core 635/1000 700/1000\nD core 1/5 700/1000")
    assert [funnel_words(one, found) for one in found.teams] == ["within", "below, beyond 99.8 %", "above, beyond 95 %", "too few people"]


def test_a_spread_beyond_chance_is_said_with_what_is_drawn_for_it():
    wide = "\n".join(f"T{place} core {500 + 40 * (place % 6)}/1000 700/1000" for place in range(12))
    words = spread_words(compared(wide))
    # phi is a mean of squares: its root says how far teams lie apart
    assert re.fullmatch(r"Teams differ more than chance explains: they lie \d\.\d times as far apart\. The dashed lines allow for that\.", words)
    assert f"{compared(wide).spread.phi ** 0.5:.1f} times" in words
    assert spread_words(compared(STILL)) == ""


BETTER_FOR_ALL = "core 450/1000 650/1000 | 660/1000 700/1000"
NARROWER = "core 500/1000 700/1000 | 600/1000 640/1000"
LEVELLED = "core 500/1000 700/1000 | 500/1000 560/1000"
WIDER = "core 600/1000 700/1000 | 500/1000 750/1000"
SAME = "core 600/1000 700/1000 | 600/1000 700/1000"


@pytest.mark.parametrize(
    ("table", "title"),
    [
        (f"A {SAME}", "No gap has clearly changed since the baseline"),
        (f"A {BETTER_FOR_ALL}", "One gap clearly narrowed while the whole got better"),
        (f"A {BETTER_FOR_ALL}\nB {BETTER_FOR_ALL}\nC {NARROWER}", "Three gaps clearly narrowed, two while the whole got better"),
        (f"A {NARROWER}", "One gap clearly narrowed"),
        (f"Ash {LEVELLED}", "Ash's gap narrowed by levelling down"),
        (f"A {LEVELLED}\nB {LEVELLED}\nCedar {WIDER}", "Two gaps narrowed by levelling down; Cedar's gap clearly grew"),
    ],
)
def test_the_title_of_the_plane_says_for_whom_it_got_better(table, title):
    assert quadrant_title(compared(table)) == title


def test_a_row_says_all_of_a_team():
    found = compared("Ash core 600/1000 700/1000\nBirch own 12/24 700/1000\nCedar core hidden 700/1000")
    ash, birch, cedar = (row_sentence(one, found, NAMES) for one in found.teams)
    assert ash == "Ash: Black patients 60.0%, all other patients 70.0%. Gap 10.0 points, likely 5.8 to 14.1."
    assert birch.endswith("Own measure. Too few people for a steady figure.")
    assert cedar == "Cedar: hidden. Counted, but too few people to show."


def test_a_gap_on_the_ratio_is_told_in_times():
    found = compared("Ash core 300/1000 200/1000", network="3000/10000 2000/10000", measure=RATIO)
    assert record_words(found.network, found.measure) == "1.50 times"
    assert likely_words(found.teams[0].gap, found) == "1.28 to 1.75"


def test_no_sentence_ranks_or_blames():
    tables = [STILL, f"Ash {LARGE}\nBirch {SMALL}\n{STILL}", f"A {LARGE}\nB {LARGE}\nC {SMALL}\nD {SMALL}\n{STILL}"]
    words = " ".join(" ".join((*said(table), dots_title(compared(table)), funnel_title(compared(table)))) for table in tables).lower()
    assert not re.search(r"\b(best|worst|first|second|third|top|bottom|rank\w*|because|significant\w*|\d+(st|nd|rd|th))\b", words)
