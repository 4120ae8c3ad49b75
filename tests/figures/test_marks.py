from __future__ import annotations

import re

import pytest

from equity import blanks
from figures.marks import HALF, PATHS, blank_shape
from figures.theme import INK2
from tests.figures.reading import checked

KINDS = (blanks.NOT_DUE, blanks.NOT_REPORTED, blanks.ZERO_EVENTS, blanks.HIDDEN, blanks.NOT_APPLICABLE)


def test_every_blank_has_a_mark_of_its_own():
    assert set(PATHS) == {blanks.marker_of(kind) for kind in blanks.WORDS}
    assert len(set(PATHS.values())) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_mark_stands_around_its_place(kind):
    ends = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", PATHS[kind])]
    assert len(ends) % 2 == 0
    # left and right, above and below are the same
    assert [(-max(side), max(side)) for side in (ends[::2], ends[1::2])] == [(min(side), max(side)) for side in (ends[::2], ends[1::2])]
    assert max(ends) == HALF


def test_a_mark_is_placed_by_date_and_share_and_drawn_in_pixels():
    shape = blank_shape(blanks.HIDDEN, x="2026-02-14", y=0.02)
    assert shape == {
        "type": "path",
        "path": PATHS[blanks.HIDDEN],
        "xref": "x",
        "yref": "paper",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": "2026-02-14",
        "yanchor": 0.02,
        "line": {"color": INK2, "width": 1.6, "dash": "solid"},
    }
    checked({"data": [], "layout": {"shapes": [shape]}})


def test_who_hid_a_number_is_not_told():
    assert blank_shape(blanks.HIDDEN_AT_SOURCE, x="2026-02-14", y=0) == blank_shape(blanks.HIDDEN, x="2026-02-14", y=0)


def test_not_due_alone_is_dotted():
    dashes = {kind: blank_shape(kind, x="2026-02-14", y=0)["line"]["dash"] for kind in KINDS}
    assert [kind for kind, dash in dashes.items() if dash != "solid"] == [blanks.NOT_DUE]
