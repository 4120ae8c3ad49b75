from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.labels import BEYOND, LINE_HEIGHT, Label, Panel, annotation, escaped, panel_title, right_labels, wrapped
from figures.theme import INK, TEXT, TEXT_SMALL
from tests.figures.trends import ESCAPED, NASTY

# The upper half of a plot of 400 pixels, from 0 to 10.
PANEL = Panel(bottom=0.5, top=1.0, low=0, high=10, plot_height=400)


def heights(labels, panel=PANEL):
    """Where the labels' middles stand, in pixels from the plot's bottom."""
    return [one["y"] * panel.plot_height for one in right_labels(labels, panel, x="2026-01-01")]


# 200 + value/10 of the panel's 200 pixels
@pytest.mark.parametrize(("value", "pixels"), [(0, 200), (5, 300), (10, 400), (-1, 180)])
def test_a_value_stands_at_its_share_of_its_panel(value, pixels):
    assert PANEL.pixels(value) == pytest.approx(pixels)


def test_a_label_stands_right_of_the_date_at_its_value():
    (label,) = right_labels([Label("<b>7</b>", 7, "#144309")], PANEL, x="2026-02-14")
    assert label == {
        "text": "<b>7</b>",
        "x": "2026-02-14",
        "xref": "x",
        "y": 340 / 400,
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "middle",
        "xshift": 12,
        "align": "left",
        "showarrow": False,
        "font": {"size": TEXT, "color": "#144309"},
    }


def test_a_small_label_has_its_size():
    (label,) = right_labels([Label("7", 7, INK, size=TEXT_SMALL)], PANEL, x="2026-02-14")
    assert label["font"] == {"size": TEXT_SMALL, "color": INK}


def test_two_labels_at_one_value_stand_a_line_apart():
    assert heights([Label("a", 5, INK), Label("b", 5, INK)]) == pytest.approx([300 - LINE_HEIGHT / 2, 300 + LINE_HEIGHT / 2])


def test_labels_of_two_lines_need_twice_the_room():
    low, high = heights([Label("a", 5, INK, 2), Label("b", 5, INK, 2)])
    assert high - low == pytest.approx(2 * LINE_HEIGHT)


@pytest.mark.parametrize(("value", "middle"), [(-9, 200 - BEYOND + LINE_HEIGHT / 2), (99, 400 + BEYOND - LINE_HEIGHT / 2)])
def test_no_label_stands_in_another_panel(value, middle):
    assert heights([Label("a", value, INK)]) == pytest.approx([middle])


@given(st.lists(st.tuples(st.floats(-5, 15), st.integers(1, 3)), max_size=6))
def test_labels_of_one_panel_never_overlap(drawn):
    labels = [Label(str(place), value, INK, lines) for place, (value, lines) in enumerate(drawn)]
    placed = sorted(zip(heights(labels), labels, strict=True), key=lambda pair: pair[0])
    for (below, one), (above, other) in zip(placed, placed[1:], strict=False):
        assert above - below >= LINE_HEIGHT * (one.lines + other.lines) / 2 - 1e-6


def test_a_panels_title_stands_over_its_left_edge():
    title = panel_title("Gap & ratio", PANEL)
    assert (title["text"], title["x"], title["xref"], title["y"], title["yshift"]) == ("<b>Gap &amp; ratio</b>", 0, "paper", 1.0, 14)
    assert title["font"] == {"size": TEXT_SMALL, "color": INK}


def test_an_annotation_takes_any_option():
    assert annotation("a", yref="y", y=2) == {"text": "a", "xref": "x", "yref": "y", "y": 2, "xanchor": "center", "yanchor": "middle", "showarrow": False}


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("Black patients", 13, ["Black", "patients"]),
        ("Black patients", 14, ["Black patients"]),
        ("Black patients", 15, ["Black patients"]),
        ("Incomprehensibilities", 5, ["Incomprehensibilities"]),
        # what is written for & counts as the one letter it shows
        ("A & B & C & D", 13, ["A &amp; B &amp; C &amp; D"]),
    ],
)
def test_a_text_is_broken_between_words(text, width, lines):
    assert wrapped(text, width) == ("<br>".join(lines), len(lines))


def test_what_could_be_read_as_markup_is_written_out():
    assert escaped(NASTY) == ESCAPED
    assert wrapped(NASTY, 200) == (ESCAPED, 1)
