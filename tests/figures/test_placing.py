from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.placing import LINE, Name, Plot, Spot, Stretch, box_of, fitting, placed, text_width, written
from figures.theme import INK2

WIDTHS, HEIGHT = (300, 500), 300
MIDDLE = Spot(0.5, 150)


def boxes(names, plot, width):
    """Where the names that found room stand at this width."""
    return [box_of(name, place, width) for name, place in zip(names, placed(names, plot), strict=True) if place]


def meet(one, other) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_a_name_alone_stands_over_its_point():
    (place,) = placed([Name("Ash", MIDDLE)], Plot(WIDTHS, HEIGHT, [MIDDLE]))
    assert (place.xanchor, place.xshift, place.is_far) == ("center", 0, False)
    assert place.yshift > MIDDLE.radius + LINE / 2


def test_where_a_point_lies_above_the_name_goes_below():
    above = Spot(0.5, 165)
    (place,) = placed([Name("Ash", MIDDLE)], Plot(WIDTHS, HEIGHT, [MIDDLE, above]))
    assert place.yshift < 0


def test_between_two_lines_the_name_goes_beside():
    lines = [Stretch(0, 1, 165), Stretch(0, 1, 135)]
    (place,) = placed([Name("Ash", MIDDLE)], Plot(WIDTHS, HEIGHT, [MIDDLE], lines))
    assert (place.xanchor, place.yshift) == ("left", 0)


def test_a_name_that_finds_no_room_is_left_out_unless_it_must_stand():
    ring = [Spot(0.5 + dx / 300, 150 + dy, 9) for dx in range(-60, 61, 10) for dy in range(-24, 25, 12)]
    plot = Plot(WIDTHS, HEIGHT, ring)
    assert placed([Name("Ash", MIDDLE)], plot) == [None]
    (place,) = placed([Name("Ash", MIDDLE, bold=True)], plot)
    assert place.is_far
    assert abs(place.yshift) >= 26


def test_a_plot_without_any_room_has_no_names():
    assert placed([Name("A name that is longer than the plot is wide, by far", MIDDLE, bold=True)], Plot((60, 80), 40, [MIDDLE])) == [None]


def test_a_place_must_be_free_at_every_width():
    # At 300 pixels the two points are 30 apart, at 500 they are 50: a name right of the first must clear the second at both.
    first, second = Spot(0.2, 150), Spot(0.3, 150)
    fences = [Stretch(0, 1, at) for at in (116, 135, 165, 184)]
    (place,) = placed([Name("Ash Hospital", first)], Plot(WIDTHS, HEIGHT, [first, second], fences))
    assert place is None or place.xanchor == "right"


SPOTS = st.lists(st.builds(Spot, st.floats(0, 1), st.floats(0, HEIGHT), st.just(6)), min_size=1, max_size=25)


@given(SPOTS, st.sampled_from([300, 400, 500]))
def test_no_name_meets_a_point_or_another_name(spots, width):
    names = [Name(f"Team number {place}", spot) for place, spot in enumerate(spots)]
    stand = boxes(names, Plot(WIDTHS, HEIGHT, spots), width)
    marks = [(spot.x * width - 6, spot.y - 6, spot.x * width + 6, spot.y + 6) for spot in spots]
    assert not any(meet(box, mark) for box in stand for mark in marks)
    assert not any(meet(box, other) for place, box in enumerate(stand) for other in stand[:place])


def test_written_names_are_escaped_and_stand_at_their_points():
    (found,) = written([Name("<b>A&B", MIDDLE, INK2)], Plot(WIDTHS, HEIGHT, [MIDDLE]))
    assert (found["text"], found["x"], found["y"], found["showarrow"]) == ("&lt;b&gt;A&amp;B", 0.5, 0.5, False)


def test_a_far_name_is_led_back_to_its_point():
    ring = [Spot(0.5 + dx / 300, 150 + dy, 9) for dx in range(-60, 61, 10) for dy in range(-24, 25, 12)]
    (found,) = written([Name("Ash", MIDDLE, bold=True)], Plot(WIDTHS, HEIGHT, ring))
    assert (found["text"], found["showarrow"], found["arrowhead"]) == ("<b>Ash</b>", True, 0)
    assert found["ay"] != 0


@pytest.mark.parametrize(("narrow", "wide"), [("ill", "mmm"), ("abc", "ABC"), ("abc", "abcd")])
def test_letters_differ_in_width(narrow, wide):
    assert text_width(narrow) < text_width(wide)
    assert text_width(wide) < text_width(wide, bold=True)


def test_a_text_is_shortened_until_it_fits():
    assert fitting("Ash Hospital", 200) == "Ash Hospital"
    assert fitting("The Very Long Named Hospital", 120) == "The Very Long…"
    assert text_width(fitting("The Very Long Named Hospital", 120)) <= 120
    assert fitting("W", 1) == "…"
