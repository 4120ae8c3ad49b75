"""What readers are told, form by form; the words themselves are the expected values."""

from __future__ import annotations

import re
from dataclasses import replace
from math import inf, nan

import pytest

from equity.counts import Count
from equity.maturity import DomainProfile, MaturityProfile
from equity.rates import Estimate, rate_estimate
from equity.sentences import (
    Sentence,
    blank_sentence,
    cell_sentence,
    grid_title,
    group_sentence,
    headline,
    how_sure,
    lead_title,
    maturity_title,
    multiples_title,
    point_sentence,
    rule_in_words,
    unknown_title,
    who_moved,
)
from equity.trend import gap_trend
from tests.examples import ADVERSE, BASELINE, MEASURE, measure_like, names_for, series_of, straight_trend
from tests.naive import grade

LOWER = {"improvement_direction": "lower"}
NEUTRAL = {"improvement_direction": "neutral"}
RATIO = {"scale": "ratio", "meaningful_change": 0.1}

TRENDS = {
    "closing": straight_trend((0.52, 0.60), (0.66, 0.68)),
    "closing, lower is better": straight_trend((0.30, 0.20), (0.18, 0.16), **LOWER),
    "closing, neutral": straight_trend((0.30, 0.20), (0.18, 0.18), **NEUTRAL),
    "closing, ratio": straight_trend((0.30, 0.20), (0.15, 0.14), **LOWER, **RATIO),
    "closing, ratio grows": straight_trend((0.20, 0.10), (0.10, 0.04), **LOWER | {"meaningful_change": 3}),
    "levelled down, difference grows": straight_trend((0.10, 0.24), (0.04, 0.14), **LOWER, **RATIO),
    "closing, crossed": straight_trend((0.50, 0.70), (0.65, 0.66)),
    "closing, crossed, neutral": straight_trend((0.50, 0.70), (0.65, 0.66), **NEUTRAL),
    "closing, focus better off": straight_trend((0.80, 0.75), (0.60, 0.68)),
    "levelled down, ratio below one": straight_trend((0.10, 0.14), (0.20, 0.19), **LOWER, **RATIO),
    "closing to no gap": straight_trend((0.50, 0.65), (0.65, 0.65)),
    "closing to no gap, ratio": straight_trend((0.30, 0.18), (0.18, 0.18), **LOWER, **RATIO),
    "widening": straight_trend((0.52, 0.46), (0.66, 0.68)),
    "widening, ratio shrinks": straight_trend((0.10, 0.24), (0.04, 0.14), **LOWER | {"meaningful_change": 3}),
    "widening, per 1,000": straight_trend((0.014, 0.030), (0.006, 0.006), **ADVERSE),
    "widening, crossed": straight_trend((0.70, 0.50), (0.66, 0.66)),
    "levelled down": straight_trend((0.52, 0.53), (0.66, 0.58)),
    "levelled down, focus led": straight_trend((0.80, 0.70), (0.62, 0.63)),
    "levelled down, crossed": straight_trend((0.52, 0.53), (0.66, 0.48)),
    "no clear change": straight_trend((0.52, 0.53), (0.66, 0.67)),
    "no clear change, ratio": straight_trend((0.30, 0.305), (0.18, 0.18), people_counted=(9000, 30000), **LOWER, **RATIO),
    "no clear change, crossed": straight_trend((0.50, 0.70), (0.61, 0.60)),
    "no clear change, trembles": straight_trend((0.60, 0.605), (0.602, 0.60), people_counted=(3000, 3000)),
    "no clear change, no gap": straight_trend((0.60, 0.60), (0.60, 0.60)),
    "cannot tell": straight_trend((0.52, 0.60), (0.66, 0.68), people_counted=(40, 400)),
    "cannot tell, soon": straight_trend((0.52, 0.50), (0.66, 0.66), people_counted=(600, 2000)),
    "cannot tell, ratio": straight_trend((0.30, 0.28), (0.18, 0.18), people_counted=(200, 900), **LOWER, **RATIO),
    "cannot tell, tiny": straight_trend((0.5, 0.5), (0.5, 0.5), people_counted=(2, 2), **LOWER, **RATIO),
    "cannot tell, crossed": straight_trend((0.50, 0.62), (0.60, 0.56), people_counted=(60, 100)),
    "one point": straight_trend((0.52, 0.52), (0.66, 0.66), periods=1, baseline=None),
    "two points": straight_trend((0.52, 0.54), (0.66, 0.66), periods=2),
    "all level": straight_trend((0.52, 0.52), (0.66, 0.66)),
}
FIRST = "Between Black patients and all other patients"


def told(case, **changes):
    trend = replace(TRENDS[case], **changes)
    return headline(trend, names_for(trend))


@pytest.mark.parametrize(
    ("case", "lead", "rest"),
    [
        (
            "closing",
            "The blood pressure gap is closing.",
            f"{FIRST} it fell from 12.7 to 8.0 percentage points since the baseline year. Both groups got better, Black patients most.",
        ),
        (
            "closing, lower is better",
            "The blood pressure gap is closing.",
            f"{FIRST} it fell from 10.3 to 4.0 percentage points since the baseline year. Both groups got better, Black patients most.",
        ),
        (
            "closing, neutral",
            "The blood pressure gap is closing.",
            f"{FIRST} it fell from 9.9 to 2.0 percentage points since the baseline year. "
            "The rate went down for Black patients and the rate stayed level for all other patients.",
        ),
        (
            "closing, ratio",
            "The blood pressure gap is closing.",
            f"{FIRST} the ratio fell from 1.88 to 1.43 times since the baseline year. Both groups got better, Black patients most.",
        ),
        (
            "closing, ratio grows",
            "The blood pressure gap is closing.",
            f"{FIRST} it fell from 9.1 to 6.0 percentage points since the baseline year. Both groups got better, Black patients most. "
            "As a ratio it grew, from 2.05 to 2.50 times.",
        ),
        (
            "closing, crossed",
            "The blood pressure gap is closing and has crossed zero.",
            f"{FIRST} it moved from 10.9 to −4.0 percentage points since the baseline year. Black patients were worse off before and are better off now. "
            "Both groups got better, Black patients most.",
        ),
        (
            "closing, focus better off",
            "The blood pressure gap is closing.",
            f"{FIRST} it moved from −17.2 to −7.0 percentage points since the baseline year. Black patients are better off here. "
            "Black patients got worse and all other patients got better.",
        ),
        (
            "widening",
            "The blood pressure gap is widening.",
            f"{FIRST} it grew from 15.7 to 22.0 percentage points since the baseline year. Black patients got worse and all other patients got better.",
        ),
        (
            "levelled down",
            "The blood pressure gap was levelled down.",
            f"{FIRST} it went from 12.1 to 5.0 percentage points since the baseline year. But all other patients got worse by 6.3 points. "
            "This does not count as closing.",
        ),
        (
            "no clear change",
            "The blood pressure gap shows no clear change.",
            f"{FIRST} it was 14.0 points in the baseline year and 14.0 points in Q4 2025. A change of 5 points would likely have shown.",
        ),
        (
            "no clear change, crossed",
            "The blood pressure gap shows no clear change, and its trend line crosses zero.",
            f"{FIRST} it was 6.5 points in the baseline year and −10.0 points in Q4 2025. Black patients were worse off before and are better off now. "
            "The gap is about as wide as it was.",
        ),
        (
            "cannot tell, soon",
            "We cannot tell yet whether the blood pressure gap is closing.",
            f"{FIRST} it was 14.4 points in the baseline year and 16.0 points in Q4 2025. A change would have to reach 7 points to stand out. "
            "With ten more quarters like the last one, a change of 5 points would show.",
        ),
        (
            "one point",
            "We cannot tell yet whether the blood pressure gap is closing.",
            f"{FIRST} it was 14.0 points in Q1 2024. One quarter has numbers for both groups, and a verdict needs four. "
            "With three more quarters like the last one, a change of 5 points would show.",
        ),
    ],
)
def test_headlines(case, lead, rest):
    assert told(case) == Sentence(lead, rest)


FORBIDDEN = re.compile(r"\b(because|best|worst|significant(ly)?|rank(s|ed)?|nan|inf|None)\b|  | \.|\{|--", re.IGNORECASE)


def every_text():
    for case, trend in TRENDS.items():
        names = names_for(trend)
        for text in (headline(trend, names).text, lead_title(trend, names), who_moved(trend, names), how_sure(trend), rule_in_words(trend.measure)):
            yield pytest.param(text, id=case)


@pytest.mark.parametrize("text", list(every_text()))
def test_every_text_is_plain(text):
    assert not FORBIDDEN.search(text)
    assert grade(text) <= 8
    assert text[0].isupper()


@pytest.mark.parametrize("case", TRENDS)
def test_a_lead_is_one_sentence_with_at_most_two_numbers(case):
    lead = told(case).lead
    assert lead.count(".") == 1 and len(re.findall(r"\d+", lead)) <= 2


@pytest.mark.parametrize("case", [case for case in TRENDS if case.startswith("levelled")])
def test_levelled_down_never_sounds_good(case):
    trend = TRENDS[case]
    said = told(case)
    assert trend.verdict.word == "levelled_down"
    assert "is closing" not in said.text and "better." not in said.text and "most." not in said.text
    assert said.text.count("This does not count as closing.") == 1
    assert "levelled down" in lead_title(trend, names_for(trend)) and "levelling down" in who_moved(trend, names_for(trend))


@pytest.mark.parametrize("case", [case for case in TRENDS if ", crossed" in case])
def test_a_gap_that_crossed_says_so_in_the_lead(case):
    assert "cross" in told(case).lead


def test_a_gap_that_ends_at_nought_did_not_cross():
    said = told("closing to no gap")
    assert "cross" not in said.text and "from 11.8 percentage points to no gap" in said.rest


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("widening, ratio shrinks", "As a ratio it fell, from 2.12 to 1.71 times."),
        ("levelled down, difference grows", "As a difference it grew, from 6.9 to 10.0 percentage points."),
    ],
)
def test_the_other_scale_is_told_where_it_points_the_other_way(case, words):
    assert told(case).rest.endswith(words)


def test_the_other_scale_below_its_middle_has_no_fall_and_no_growth():
    trend = straight_trend((0.10, 0.04), (0.20, 0.10), **LOWER | {"meaningful_change": 3})
    # difference -10 to -6, ratio .5 to .4
    assert headline(trend, names_for(trend)).rest.endswith("As a ratio it moved the other way, from 0.49 to 0.40 times.")


def test_an_other_scale_that_reads_the_same_is_left_out():
    trend = TRENDS["closing, ratio grows"]
    same = replace(trend, baseline_ratio=Estimate(2.4999, 2, 3))
    assert "As a ratio" not in headline(same, names_for(same)).rest


def test_ends_by_the_trend_line_are_called_so():
    trend = replace(TRENDS["closing"], baseline_gap=Estimate(7, 6, 8))
    names = names_for(trend)
    assert headline(trend, names).rest.startswith("By the trend line, between Black patients")
    assert who_moved(trend, names).startswith("By the trend line, the rate rose")


@pytest.mark.parametrize(
    ("baseline", "since"),
    [(BASELINE, "since the baseline year"), ((BASELINE[0], BASELINE[1].replace(month=6, day=30)), "since the baseline."), (None, "since Q1 2024")],
)
def test_since_when_is_said(baseline, since):
    trend = straight_trend((0.52, 0.60), (0.66, 0.68), baseline=baseline)
    assert since in headline(trend, names_for(trend)).rest


def test_half_years_are_said_in_words_and_a_blank_end_is_noted():
    rows = "\n".join(f"{1040 + 40 * step}/2000 {5280 + 40 * step}/8000" for step in range(6)) + "\nhidden hidden"
    trend = gap_trend(series_of(rows, grain="half-year"), measure_like(grain="half-year"), None)
    assert "since the 1st half of 2024, up to the 2nd half of 2026." in headline(trend, names_for(trend)).rest


@pytest.mark.parametrize(
    ("table", "lead", "rest"),
    [
        ("hidden hidden", "The blood pressure gap is hidden.", "Too few patients were counted to show Black patients beside all other patients."),
        (
            "5/10 hidden_at_source\n not_due not_due",
            "The blood pressure gap is hidden.",
            "Too few patients were counted to show Black patients beside all other patients.",
        ),
        ("not_reported not_due", "There is no blood pressure gap to show yet.", "Reports were due and did not come."),
        ("not_due not_due", "The blood pressure gap is not due yet.", "The time to report has not come yet."),
        ("", "The blood pressure gap is not due yet.", "The time to report has not come yet."),
        ("0/0 5/10", "There is no blood pressure gap to show here.", "It does not apply to one of the two groups."),
    ],
)
def test_without_a_gap_the_reason_is_the_headline(table, lead, rest):
    trend = gap_trend(series_of(table), MEASURE, BASELINE)
    names = names_for(trend)
    assert headline(trend, names) == Sentence(lead, rest)
    assert lead_title(trend, names) == lead.rstrip(".")
    assert who_moved(trend, names) == how_sure(trend) == "There is nothing to judge yet."


def test_shares_have_no_unit():
    trend = straight_trend((0.52, 0.60), (0.66, 0.68), multiplier=1, meaningful_change=0.05)
    assert "it fell from 0.13 to 0.08 since the baseline year." in headline(trend, names_for(trend)).rest


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
    ("case", "words"),
    [
        ("closing", "The rate rose 6.3 points for Black patients and 1.6 points for all other patients since the baseline year."),
        ("closing, focus better off", "The rate fell 3.9 points for Black patients and rose 6.3 points for all other patients since the baseline year."),
        ("all level", "The rate stayed level for Black patients and for all other patients since the baseline year. Neither group moved much."),
        ("no clear change", "Both groups got better, by the same amount."),
        ("one point", "Only one period has numbers for both groups so far."),
    ],
)
def test_who_moved(case, words):
    assert words in who_moved(TRENDS[case], names_for(TRENDS[case]))


def test_the_reference_group_may_have_moved_most():
    trend = straight_trend((0.66, 0.67), (0.60, 0.70))
    assert "all other patients most." in who_moved(trend, names_for(trend))


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("closing", "the gap shrank by 6.0 points. The true figure likely lies between 3.4 and 8.6. This does not show what caused it."),
        ("closing, focus better off", "the gap shrank by 13.0 points."),
        ("widening", "the gap grew by 8.0 points."),
        ("closing, crossed", "the gap changed by −19.0 points. The true figure likely lies between −21.6 and −16.4."),
        ("closing, ratio", "the ratio is now 0.72 times what it was. The true figure likely lies between 0.65 and 0.79."),
        ("no clear change, no gap", "the gap did not change. The true figure likely lies between −2.6 and 2.6. A change of 5 points would likely have shown."),
        ("cannot tell, ratio", "The ratio would have to change by 49% to stand out."),
        ("cannot tell, tiny", "The counts are too small for a change to stand out."),
        ("two points", "Two quarters have numbers for both groups, and a verdict needs four. With two more quarters like the last one,"),
    ],
)
def test_how_sure(case, words):
    assert words in how_sure(TRENDS[case])


def test_the_rule_names_the_change_that_matters():
    assert "the gap has changed by 5 points or more" in rule_in_words(MEASURE)
    assert "the gap has changed by 1 per 1,000 or more" in rule_in_words(measure_like(**ADVERSE))
    assert "the ratio has changed by 10% or more" in rule_in_words(measure_like(**RATIO))


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            "52/100 132/200",
            "Q1 2024: Black patients 52.0%, all other patients 66.0%. Gap 14.0 points, likely 2.3 to 25.5. Ratio 1.41 times, likely 1.07 to 1.87.",
        ),
        ("0/20 0/30", "Gap no gap, likely"),
        ("20/20 30/30", "No ratio: neither group had the event."),
        ("hidden 132/200", "Q1 2024: Black patients hidden, all other patients 66.0%. Gap: hidden."),
        ("0/0 132/200", "Q1 2024: no Black patients, all other patients 66.0%. Gap: does not apply."),
    ],
)
def test_one_point_in_words(row, words):
    trend = gap_trend(series_of(row), MEASURE, None)
    assert words in point_sentence(trend.points[0], names_for(trend))


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ({"word": "closing", "start": 15.3, "end": 8.7}, "closing. By the trend line the gap went from 15.3 to 8.7 percentage points."),
        ({"word": "closing", "start": 3, "end": -8, "crossed": True}, "closing, and the gap crossed zero. By the trend line"),
        ({"word": "levelled_down"}, "levelled down."),
        ({"word": "cannot_tell_yet", "detectable": 16.2}, "cannot tell yet. A change would have to reach 16 points to stand out."),
        ({"word": "cannot_tell_yet"}, "cannot tell yet. The counts are too small for a change to stand out."),
        ({"blank": "hidden_at_source"}, "hidden. Counted, but too few people to show."),
        ({"blank": "not_reported"}, "not reported. A report was due and did not come."),
        ({}, "no verdict yet."),
    ],
)
def test_one_cell_in_words(cell, words):
    assert cell_sentence("Cedar Hollow", MEASURE, **cell).startswith(f"Cedar Hollow, blood pressure: {words}")


def test_a_blank_in_words():
    assert blank_sentence("white births", "zero_events").startswith("White births: zero events. It was counted and none happened.")


def test_one_group_in_words():
    count = Count(1300, 2500)
    said = group_sentence("Black patients", "Q3 2026", count, rate_estimate(count, MEASURE), 100)
    assert said == "Black patients 52.0%, likely 50.0 to 54.0, Q3 2026 (1,300 of 2,500)."
    assert group_sentence("Black patients", "Q3 2026", Count(None, None, "hidden"), Estimate(nan, nan, nan), 100) == "Black patients hidden, Q3 2026."


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
        ([("A", "closing"), ("B", "closing"), ("C", "levelled_down")], "Two of three gaps are closing; no others are widening"),
        ([("A", "widening"), ("B", "widening")], "No gap of two is closing; two are widening"),
        ([("A", None)], "No gap can be judged yet"),
    ],
)
def test_titles_of_small_multiples(verdicts, title):
    assert multiples_title(verdicts) == title


def profile(*moves):
    domains = tuple(DomainProfile(f"d{number}", "", then, now, (), (), 0, 0) for number, (then, now) in enumerate(moves))
    return MaturityProfile(domains, (1, 2, 3, 4, 5), 15, None, None, ())


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
