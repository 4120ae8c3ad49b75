from __future__ import annotations

from datetime import date
from math import nan

import pytest

from equity.blanks import MEANINGS, WORDS
from equity.periods import periods_between
from figures.marks import blank_shape
from figures.theme import INK2, INK3, WASH
from figures.timeline import (
    RIBBON,
    band,
    blank_runs,
    blank_strip,
    blank_words,
    event_marks,
    line,
    run_shapes,
    span_of,
    strip_axis,
)
from tests.figures.reading import checked
from tests.figures.trends import ESCAPED, NASTY, event

YEAR = list(periods_between(date(2024, 1, 1), date(2024, 12, 31), "quarter"))
# Middles of the four quarters: 1 January + 45 days, and so on.
Q1, Q2, Q3, Q4 = MIDDLES = ["2024-02-15", "2024-05-16", "2024-08-15", "2024-11-15"]
AS_OF = date(2025, 2, 1)


def marks(events, *, baseline=None, as_of=AS_OF, narrow=False):
    """Shapes and annotations of a figure over 2024, once plotly has taken them."""
    shapes, words = event_marks(events, baseline, YEAR, as_of, narrow=narrow)
    checked({"data": [], "layout": {"shapes": shapes, "annotations": words, "xaxis": {"type": "date"}}})
    return shapes, words


def days(shape):
    return shape["x0"], shape["x1"]


def test_the_axis_reaches_from_the_first_day_to_the_day_after_the_last():
    assert span_of(YEAR) == ("2024-01-01", "2025-01-01")
    assert [period.middle.isoformat() for period in YEAR] == MIDDLES


def test_a_band_runs_along_its_upper_edge_and_back_along_its_lower():
    drawn = band(YEAR[:2], [1, 2], [3, 4.0000004], "#144309", 0.1)
    assert drawn["x"] == [Q1, Q2, Q2, Q1]
    assert drawn["y"] == [3, 4, 2, 1]
    assert (drawn["fill"], drawn["fillcolor"], drawn["hoverinfo"]) == ("toself", "rgba(20,67,9,0.1)", "skip")


def test_a_band_is_broken_where_the_series_is():
    drawn = band(YEAR, [1, nan, 2, 2], [3, nan, 4, 4], "#144309", 0.1)
    assert drawn["x"] == [Q1, Q1, None, Q3, Q4, Q4, Q3]
    assert drawn["y"] == [3, 1, None, 4, 4, 2, 2]


def test_a_band_of_nothing_is_empty():
    assert band(YEAR, [nan] * 4, [nan] * 4, "#144309", 0.1)["x"] == []


def test_a_line_breaks_at_nan_and_never_bridges_it():
    drawn = line(YEAR, [1.0000004, nan, 2, 3], ["a", "b", "c", "d"], name="Rate", yaxis="y2")
    assert (drawn["x"], drawn["y"]) == (MIDDLES, [1, None, 2, 3])
    assert drawn["connectgaps"] is False
    assert (drawn["text"], drawn["name"], drawn["yaxis"]) == (["a", "b", "c", "d"], "Rate", "y2")


def test_a_convening_is_a_line_named_above_the_ribbon():
    shapes, words = marks([event("convening", 2, date(2024, 5, 3))])
    assert [(shape["type"], *days(shape), shape["y0"], shape["y1"], shape["yref"]) for shape in shapes] == [("line", "2024-05-03", "2024-05-03", 0, 1, "paper")]
    assert [(one["text"], one["x"], one["y"], one["yshift"], one["font"]["color"]) for one in words] == [("Convening 2", "2024-05-03", 1, RIBBON + 12, INK2)]


@pytest.mark.parametrize(("day", "drawn"), [(date(2024, 1, 1), 0), (date(2024, 1, 2), 1), (date(2024, 12, 31), 1), (date(2025, 1, 1), 0)])
def test_a_new_definition_is_a_dashed_line_where_it_parts_the_axis(day, drawn):
    shapes, words = marks([event("definition", 0, day)])
    assert [(days(shape), shape["line"]["dash"]) for shape in shapes] == [((day.isoformat(), day.isoformat()), "9px,4px")] * drawn
    assert words == []


def test_an_action_period_is_a_band_named_in_its_middle():
    shapes, words = marks([event("action_period", 1, date(2024, 3, 1), date(2024, 3, 31))])
    assert [(shape["type"], *days(shape), shape["fillcolor"], shape["ysizemode"]) for shape in shapes] == [("rect", "2024-03-01", "2024-03-31", WASH, "pixel")]
    assert [(one["text"], one["x"], one["yshift"]) for one in words] == [("Action period 1", "2024-03-16", 2 + RIBBON / 2)]


def test_an_action_period_is_cut_at_the_axis():
    shapes, _ = marks([event("action_period", 1, date(2023, 11, 1), date(2024, 1, 31)), event("action_period", 2, date(2024, 12, 1), date(2025, 3, 1))])
    assert [days(shape) for shape in shapes] == [("2024-01-01", "2024-01-31"), ("2024-12-01", "2024-12-31")]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "bands"),
    [
        (date(2023, 10, 1), date(2023, 12, 31), 0),
        (date(2023, 10, 1), date(2024, 1, 1), 1),
        (date(2024, 12, 31), date(2025, 3, 1), 1),
        (date(2025, 1, 1), date(2025, 3, 1), 0),
    ],
)
def test_an_action_period_outside_the_axis_is_not_drawn(starts_on, ends_on, bands):
    shapes, words = marks([event("action_period", 1, starts_on, ends_on)])
    assert len(shapes) == len(words) == bands


@pytest.mark.parametrize(
    ("day", "lines", "at"),
    [
        (date(2023, 12, 31), 0, []),
        (date(2024, 1, 1), 1, ["2024-01-01"]),
        (date(2024, 12, 31), 1, ["2024-12-31"]),
        # soon after the last period: named at the edge, 70 days at most
        (date(2025, 1, 1), 0, ["2024-12-31"]),
        (date(2025, 3, 11), 0, ["2024-12-31"]),
        (date(2025, 3, 12), 0, []),
    ],
)
def test_a_convening_near_an_end_of_the_axis(day, lines, at):
    shapes, words = marks([event("convening", 1, day)], as_of=date(2026, 1, 1))
    assert (len(shapes), [one["x"] for one in words]) == (lines, at)


# the day before, the day itself, the day after
@pytest.mark.parametrize(("as_of", "lines", "colour"), [(date(2024, 5, 2), 0, INK3), (date(2024, 5, 3), 1, INK2), (date(2024, 5, 4), 1, INK2)])
def test_a_convening_to_come_has_a_quiet_name_and_no_line(as_of, lines, colour):
    shapes, words = marks([event("convening", 2, date(2024, 5, 3))], as_of=as_of)
    assert (len(shapes), words[0]["font"]["color"]) == (lines, colour)


@pytest.mark.parametrize(
    ("baseline", "name", "middle"),
    [
        ((date(2024, 1, 1), date(2024, 12, 31)), "Baseline year", "2024-07-01"),
        ((date(2024, 1, 1), date(2024, 6, 30)), "Baseline", "2024-03-31"),
        # cut at the axis on both sides
        ((date(2023, 1, 1), date(2024, 1, 31)), "Baseline", "2024-01-16"),
        ((date(2024, 12, 1), date(2025, 11, 30)), "Baseline year", "2024-12-16"),
    ],
)
def test_the_baseline_is_named_where_it_lies(baseline, name, middle):
    _, words = marks([], baseline=baseline)
    assert [(one["text"], one["x"]) for one in words] == [(name, middle)]


def test_a_baseline_before_the_axis_is_not_named():
    assert marks([], baseline=(date(2023, 1, 1), date(2024, 1, 1))) == ([], [])


def test_a_phone_has_short_names():
    events = [event("convening", 2, date(2024, 5, 3)), event("action_period", 1, date(2024, 6, 1), date(2024, 7, 1))]
    _, words = marks(events, baseline=(date(2024, 1, 1), date(2024, 12, 31)), narrow=True)
    assert [one["text"] for one in words] == ["Baseline", "AP 1", "<b>2</b>"]


@pytest.mark.parametrize("kind", ["convening", "action_period"])
def test_an_events_name_is_no_markup(kind):
    _, words = marks([event(kind, 1, date(2024, 5, 3), name=NASTY)])
    assert [one["text"] for one in words] == [ESCAPED]


def test_without_blanks_there_is_no_strip():
    assert blank_strip(YEAR, [None] * 4, y=0.1, height=0.2, most=9) == []
    assert blank_words(YEAR, [None] * 4, "y2") == []


@pytest.mark.parametrize("most", [4, 5])
def test_every_blank_has_its_mark_where_there_is_room(most):
    strip, *shapes = blank_strip(YEAR, [None, "hidden", None, "not_due"], y=0.1, height=0.2, most=most)
    assert (*days(strip), strip["y0"], strip["y1"], strip["fillcolor"]) == ("2024-01-01", "2025-01-01", 0, 0.2, WASH)
    assert shapes == [blank_shape("hidden", x=Q2, y=0.1), blank_shape("not_due", x=Q4, y=0.1)]


def test_where_marks_would_crowd_one_stands_for_a_run():
    _, over, mark, *rest = blank_strip(YEAR, [None, "hidden", "hidden", None], y=0.1, height=0.2, most=3)
    assert (*days(over), over["y0"], over["y1"]) == ("2024-04-01", "2024-09-30", 0.1, 0.1)
    # 91 of 182 days after 1 April
    assert mark == blank_shape("hidden", x="2024-07-01", y=0.1)
    assert rest == []


def test_a_run_of_one_is_marked_in_its_own_middle():
    assert run_shapes("not_due", YEAR[0], YEAR[0], 0.1)[1] == blank_shape("not_due", x=Q1, y=0.1)


@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        ([], []),
        ([None, None], []),
        (["hidden", "hidden", None, "hidden"], [("hidden", range(0, 2)), ("hidden", range(3, 4))]),
        (["hidden", "not_due"], [("hidden", range(0, 1)), ("not_due", range(1, 2))]),
    ],
)
def test_runs_of_blanks_are_of_one_kind(kinds, found):
    assert blank_runs(kinds) == found


def test_a_mark_says_its_period_its_word_and_what_it_means():
    (points,) = blank_words(YEAR, [None, "hidden_at_source", None, "not_due"], "y2")
    assert (points["x"], points["y"], points["yaxis"], points["mode"]) == ([Q2, Q4], [0.5, 0.5], "y2", "markers")
    assert points["text"] == [f"<b>Q2 2024</b><br>hidden. {MEANINGS['hidden']}", f"<b>Q4 2024</b><br>{WORDS['not_due']}. {MEANINGS['not_due']}"]
    assert (points["marker"]["opacity"], points["name"]) == (0, "No number")


def test_the_strips_axis_is_unseen():
    assert strip_axis(0.045) == {"domain": [0, 0.045], "range": [0, 1], "visible": False, "fixedrange": True}
