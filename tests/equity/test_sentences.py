"""What holds for every text: plain words, and levelled down never sounds good."""

from __future__ import annotations

import re

import pytest

from equity.sentences import (
    headline,
    how_sure,
    lead_title,
    rule_in_words,
    who_moved,
)
from tests.examples import names_for
from tests.naive import grade
from tests.told import TRENDS


def told(case):
    trend = TRENDS[case]
    return headline(trend, names_for(trend))


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


@pytest.mark.parametrize("case", [case for case in TRENDS if case.startswith("levelled")])
def test_levelled_down_never_sounds_good(case):
    trend = TRENDS[case]
    said = told(case)
    assert trend.verdict.word == "levelled_down"
    assert "is closing" not in said.text and "better." not in said.text and "most." not in said.text
    assert said.text.count("This does not count as closing.") == 1
    assert "levelled down" in lead_title(trend, names_for(trend)) and "levelling down" in who_moved(trend, names_for(trend))
