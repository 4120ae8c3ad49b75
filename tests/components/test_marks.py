from __future__ import annotations

import re

import pytest
from dash import html

from components.marks import blank_cell, mark, mark_key, state_cell, verdict_cell, verdict_line
from equity import blanks
from equity.verdicts import VERDICT_WORDS
from tests.components.plain import same, text
from tests.shared import REPOSITORY

HIDDEN_MARK = html.Span(className="mark mark-hidden", **{"aria-hidden": "true"})


def test_a_mark_is_silent():
    assert same(mark("hidden"), HIDDEN_MARK)


@pytest.mark.parametrize("word", VERDICT_WORDS)
def test_a_verdict_is_mark_and_word(word):
    assert same(verdict_cell(word), html.Span([mark(word), VERDICT_WORDS[word]], className=f"verdict verdict-{word}"))
    assert same(verdict_line(word), html.Span([mark(word), VERDICT_WORDS[word]], className=f"plain plain-{word}"))


@pytest.mark.parametrize("blank", blanks.WORDS)
def test_a_blank_is_mark_and_word(blank):
    assert same(blank_cell(blank), html.Span([mark(blanks.marker_of(blank)), blanks.WORDS[blank]], className="blank"))


def test_who_hid_a_number_is_not_told():
    assert same(blank_cell("hidden_at_source"), html.Span([HIDDEN_MARK, "hidden"], className="blank"))


@pytest.mark.parametrize(
    ("word", "blank", "said"),
    [("closing", None, "closing"), ("closing", "hidden", "closing"), (None, "hidden", "hidden"), (None, None, "not reported")],
)
def test_a_state_is_a_verdict_or_the_blank_in_its_place(word, blank, said):
    assert text(state_cell(word, blank)) == said


def test_a_key_says_every_mark_in_words():
    expected = html.Div([html.Span([mark("closing"), "closing"]), html.Span([mark("not_due"), "not due"])], className="key")
    assert same(mark_key(["closing", "not_due"]), expected)


def test_every_mark_has_a_shape_of_its_own_in_css():
    css = (REPOSITORY / "assets" / "10-tokens.css").read_text(encoding="utf-8")
    shapes = dict(re.findall(r"\.mark-([a-z_]+) \{ --shape: (.+); \}", css))
    assert set(shapes) == {*VERDICT_WORDS, *(blanks.marker_of(blank) for blank in blanks.WORDS)}
    assert len(set(shapes.values())) == len(shapes)
