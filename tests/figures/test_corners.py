from __future__ import annotations

import pytest

from figures.corners import corner_words, fairer_tint
from figures.theme import CLOSING, INK2

SAID = ("Worse & wider", "Better, wider", "Levelled down", "Fairer")


def places(**options):
    return [(one["x"], one["y"], one["xshift"], one["yshift"], one["xanchor"]) for one in corner_words(SAID, inset=(8, 16), **options)]


def test_each_corner_is_written_inside_its_own():
    assert places(fairer=None) == [(0, 1, 8, -16, "left"), (1, 1, -8, -16, "right"), (0, 0, 8, 16, "left"), (1, 0, -8, 16, "right")]


@pytest.mark.parametrize(("fairer", "bold"), [(None, []), (0, [0]), (3, [3])])
def test_the_fairer_corner_alone_is_bold_and_coloured(fairer, bold):
    words = corner_words(SAID, fairer=fairer, inset=(8, 16))
    assert [place for place, one in enumerate(words) if one["text"].startswith("<b>")] == bold
    assert [one["font"]["color"] for one in words] == [CLOSING if place in bold else INK2 for place in range(4)]


def test_words_from_files_are_no_markup():
    assert corner_words(SAID, fairer=None, inset=(0, 0))[0]["text"] == "Worse &amp; wider"


def test_the_tint_reaches_from_the_first_value_to_the_second():
    tint = fairer_tint((1.25, 4), (16, 0))
    assert [tint[name] for name in ("x0", "x1", "y0", "y1")] == [1.25, 4, 16, 0]
    assert (tint["layer"], tint["line"]) == ("below", {"width": 0})
