from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from equity.charts import lines
from equity.charts.states import CONCERN, NEUTRAL, Variation
from equity.gap_process import GAP_LIMITS, gap_process
from equity.process_chart import KINDS_OF, rate_process
from equity.sentences.process import (
    KIND_MEANS,
    KIND_WORDS,
    NewPhase,
    assurance_words,
    centre_word,
    findings_words,
    kind_option,
    kind_words,
    limits_words,
    phases_words,
    process_title,
    rule_words,
)
from equity.trend import gap_trend
from tests.examples import count_of, measure_like, series_of
from tests.naive import grade

MEASURE = measure_like(due_days=45)
STILL = [500, 522, 505, 515, 498, 520, 517, 507, 518, 503] * 2
CHANGE = NewPhase("Cuffs lent for use at home", date(2026, 5, 1))
SUBJECT = "the rate of Black patients"


def found(numerators, **asked):
    series = series_of("\n".join(f"{numerator}/1000 660/1000" for numerator in numerators))
    return rate_process(series.focus, series.periods, MEASURE, **asked), series.periods


def gap_found(numerators, **asked):
    series = series_of("\n".join(f"{numerator}/1000 660/1000" for numerator in numerators))
    return gap_process(gap_trend(series, MEASURE, None), **asked)


@pytest.mark.parametrize(
    ("numerators", "asked", "title"),
    [
        (STILL[:9], {}, "Too early to say whether the rate of Black patients is stable"),
        (STILL, {}, "The rate of Black patients is stable: it moves as chance alone would move it"),
        ([500, 510] * 6 + [600, 610] * 6, {}, "The rate of Black patients is changing for the better"),
        ([600, 610] * 6 + [500, 510] * 6, {}, "The rate of Black patients is changing for the worse"),
        ([*STILL[:10], 300, *STILL[:10]], {"kind": lines.SHARE}, "The rate of Black patients has moved more than chance; its latest value is within it"),
    ],
)
def test_the_title_says_whether_it_is_stable(numerators, asked, title):
    assert process_title(found(numerators, **asked)[0], SUBJECT) == title


def test_where_neither_direction_is_better_it_is_only_changing():
    chart = replace(found(STILL)[0], variation=Variation(NEUTRAL, 1, None, 19))
    assert process_title(chart, "the gap") == "The gap is changing"


def test_signals_of_an_earlier_phase_do_not_trouble_the_title():
    chart, _ = found([*STILL[:9], 300, *STILL[:10]], kind=lines.SHARE, since=date(2026, 7, 1))
    assert chart.signals and process_title(chart, "the rate").startswith("The rate is stable")


def test_the_suggested_kind_is_told_with_its_reason():
    assert kind_words(found(STILL)[0], is_chosen=False) == "A p chart: limits from the counts. The counts alone tell how far the points may scatter."


def test_another_kind_is_told_beside_the_suggested_one():
    assert kind_words(found(STILL, kind=lines.INDIVIDUALS)[0], is_chosen=True) == (
        "You chose an XmR chart: limits from steps between points. Suggested is a p chart. The counts alone tell how far the points may scatter."
    )
    assert kind_words(found(STILL, kind=lines.SHARE)[0], is_chosen=True).startswith("A p chart")


def test_every_kind_that_can_be_chosen_has_a_name_and_a_meaning():
    kinds = {kind for every in KINDS_OF.values() for kind in every} | {GAP_LIMITS}
    assert set(KIND_WORDS) == set(KIND_MEANS) == kinds
    assert [kind_option(kind) for kind in (lines.RUN, lines.SHARE, lines.RATE_PRIME)] == [
        "Run chart: a median, no limits",
        "p chart: limits from the counts",
        "u′ chart: limits from counts and scatter",
    ]


def test_what_was_found_is_told_the_latest_first():
    chart, periods = found([*STILL[:10], 300, *STILL[:9], 900], kind=lines.SHARE)
    assert findings_words(chart, periods, SUBJECT) == [
        "The latest value is part of a change for the better.",
        "The rate of Black patients in Q1 2029 lies above the upper limit. The rate of Black patients in Q3 2026 lies below the lower limit.",
    ]


def test_many_signals_are_cut_and_counted():
    chart, periods = found(STILL)
    signal = found([*STILL, 900], kind=lines.SHARE)[0].signals[0]
    for more, words in ((1, "One earlier signal is not listed here."), (2, "Two earlier signals are not listed here.")):
        many = replace(chart, signals=tuple(replace(signal, places=(place,)) for place in range(3 + more)))
        (said,) = findings_words(many, periods, SUBJECT)
        assert said.endswith(words)


def test_where_chance_is_all_it_says_so_and_below_ten_points_nothing():
    assert findings_words(*found(STILL), SUBJECT) == ["Nothing here is more than chance. The process goes on as before."]
    assert findings_words(*found(STILL[:9]), SUBJECT) == ["There are too few values to say whether this is changing."]


def test_withheld_limits_say_what_it_takes_and_until_when():
    # Nine quarters to Q1 2026; the tenth ends on 30 June and is due 45 days later.
    assert limits_words(*found(STILL[:9]), MEASURE) == [
        "Limits and rules need ten quarters that can be judged, and nine quarters are there. If the next quarter is reported, they can stand with Q2 2026, "
        "due by 14 August 2026. They are on trial until there are 20."
    ]
    assert "one quarter is there. If the next nine quarters are reported, they can stand with Q2 2026" in limits_words(*found(STILL[:1]), MEASURE)[0]


def test_where_nothing_can_be_judged_no_day_is_promised():
    chart = rate_process((), (), MEASURE)
    assert limits_words(chart, (), MEASURE) == [
        "Limits and rules need ten quarters that can be judged, and no quarter is there. None is drawn, so that chance is not taken for news."
    ]


def test_limits_are_on_trial_until_twenty_and_small_periods_are_told():
    assert limits_words(*found(STILL[:12], kind=lines.SHARE), MEASURE) == [
        "These limits are on trial: they come from fewer than 20 values. Eight more quarters to go."
    ]
    assert limits_words(*found(STILL[:19], kind=lines.SHARE), MEASURE)[0].endswith("One more quarter to go.")
    assert limits_words(*found(STILL, kind=lines.SHARE), MEASURE) == ["These limits come from 20 values or more."]
    series = series_of("\n".join(f"{numerator}/1000 660/1000" for numerator in STILL))
    small = rate_process((*series.focus[:19], count_of("1/4")), series.periods, MEASURE, kind=lines.RUN)
    assert limits_words(small, series.periods, MEASURE) == ["In one quarter too few people were counted: drawn small, and judged by no rule."]


def test_where_the_lines_come_from_is_told():
    assert phases_words(*found(STILL), MEASURE, None, can_choose=True) == [
        "The average comes from every quarter that can be judged. It begins anew only at a change that is on record."
    ]
    held = found(STILL, baseline=(date(2024, 1, 1), date(2026, 12, 31)))
    assert phases_words(*held, MEASURE, None, can_choose=False) == [
        "The average is held from the baseline, up to 31 December 2026. It begins anew only at a change that is on record, and none is on record here."
    ]


def test_a_new_phase_is_told_with_its_change_and_never_as_its_cause():
    said = " ".join(phases_words(*found(STILL, since=CHANGE.started_on), MEASURE, CHANGE, can_choose=True))
    assert said == (
        "“Cuffs lent for use at home” began on 1 May 2026. The new phase runs since Q3 2026, the first whole quarter after it. "
        "The chart shows before and after, not why. The verdict at the top still rests on every period."
    )
    assert "because" not in said and "led to" not in said


def test_a_phase_that_would_be_too_short_says_what_is_there():
    said = phases_words(*found(STILL[:11], since=CHANGE.started_on), MEASURE, CHANGE, can_choose=True)[0]
    assert said == (
        "“Cuffs lent for use at home” began on 1 May 2026. A new phase needs ten quarters on each side that can be judged. "
        "There are ten quarters before it and one quarter since. So the chart stays in one phase, and the day is marked."
    )
    assert (
        "There is one quarter before it and ten quarters since."
        in phases_words(*found(STILL[:11], since=date(2024, 2, 1)), MEASURE, CHANGE, can_choose=True)[0]
    )


def test_the_aim_is_one_for_the_gap():
    chart = gap_found(STILL, aim=15.0)
    assert assurance_words(chart, "a gap of 15 points or less", is_gap=True) == [
        "As it runs now, this will meet its aim at times and miss it at times.",
        "Its aim: a gap of 15 points or less.",
    ]
    early = gap_found(STILL[:9], aim=15.0)
    assert assurance_words(early, "x", is_gap=True)[0] == "Nothing can be said yet on whether this will meet its aim. It takes limits to say so."
    assert assurance_words(gap_found(STILL), "", is_gap=True) == ["No aim is registered for this gap."]
    rate = found(STILL)[0]
    assert assurance_words(rate, "", is_gap=False) == ["No aim is registered here."]
    assert assurance_words(rate, "x", is_gap=False)[0].startswith("The team's aim is set for the gap.")


def test_a_ratio_has_rules_and_no_limits():
    series = series_of("\n".join(f"{numerator}/1000 660/1000" for numerator in STILL[:9]))
    chart = gap_process(gap_trend(series, measure_like(scale="ratio"), None), aim=1.2)
    (said,) = limits_words(chart, series.periods, MEASURE)
    assert said.startswith("Rules need ten quarters") and said.endswith("due by 14 August 2026.")
    assert assurance_words(chart, "x", is_gap=True)[0].endswith("No limits are made for a ratio.")


def test_rules_are_told_as_the_chart_uses_them():
    assert (centre_word(lines.SHARE), centre_word(GAP_LIMITS), centre_word(lines.RUN)) == ("average", "median", "median")
    assert rule_words(found(STILL)[0])["shift"].startswith("Seven")
    assert rule_words(gap_found(STILL))["shift"].startswith("Six")


def test_all_of_it_is_in_plain_words():
    said = [
        *limits_words(*found(STILL[:9]), MEASURE),
        *phases_words(*found(STILL, since=CHANGE.started_on), MEASURE, CHANGE, can_choose=True),
        *phases_words(*found(STILL[:11], since=CHANGE.started_on), MEASURE, CHANGE, can_choose=True),
        process_title(replace(found(STILL)[0], variation=Variation(CONCERN, 1, None, 1)), SUBJECT),
        kind_words(found(STILL, kind=lines.INDIVIDUALS)[0], is_chosen=True),
    ]
    assert [text for text in said if grade(text) > 8] == []
