from __future__ import annotations

from xml.etree import ElementTree

import pytest

from equity.help_texts import KINDS
from figures.examples import DRAWINGS, HEIGHT, WIDTH, svg_of


def test_every_kind_of_chart_that_help_tells_of_is_drawn_and_no_other():
    assert list(DRAWINGS) == [kind.kind_id for kind in KINDS]


@pytest.mark.parametrize("kind", DRAWINGS)
def test_a_drawing_stays_within_its_frame(kind):
    shapes = list(ElementTree.fromstring(svg_of(kind)))
    assert len(shapes) > 3
    for shape in shapes:
        across, down = ends(shape.attrib)
        assert min(across) >= 0 and max(across) <= WIDTH
        assert min(down) >= 0 and max(down) <= HEIGHT


def ends(shape):
    """Where a shape begins and ends, across and down."""
    if "points" in shape:
        places = [tuple(map(float, place.split(","))) for place in shape["points"].split()]
        return [x for x, _ in places], [y for _, y in places]
    if "r" in shape:
        x, y, radius = (float(shape[name]) for name in ("cx", "cy", "r"))
        return [x - radius, x + radius], [y - radius, y + radius]
    x, y, width, height = (float(shape[name]) for name in ("x", "y", "width", "height"))
    return [x, x + width], [y, y + height]


def test_a_drawing_has_no_color_of_its_own():
    assert {color for kind in DRAWINGS for shape in ElementTree.fromstring(svg_of(kind)).iter() for color in (shape.get("stroke"), shape.get("fill"))} <= {
        None,
        "none",
        "#000",
    }
