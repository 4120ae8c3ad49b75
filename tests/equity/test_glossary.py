"""The glossary: one meaning for each word, in plain words, at one place, and the same in docs/glossary.md (tests/house)."""

from __future__ import annotations

import pytest

from equity.blanks import WORDS
from equity.charts.states import COMMON_CAUSE, CONCERN, IMPROVEMENT, NEUTRAL, NOT_ASSESSABLE
from equity.glossary import GLOSSARY, PLACES, Word
from equity.reliability import UNSTEADY
from equity.report_states import LATE, STATE_WORDS
from equity.sentences.all_groups import NAMES as SUMMARIES
from equity.sentences.process import KIND_WORDS
from equity.stages import IN_USE, STAGE_WORDS
from equity.verdicts import VERDICT_WORDS
from tests.naive import grade


def test_words_stand_in_the_order_of_the_alphabet_each_once():
    words = [one.word for one in GLOSSARY]
    assert words == sorted(set(words), key=lambda word: word.replace("_", " ").lower())


def test_every_verdict_and_every_blank_has_its_word():
    words = {one.word: one.means for one in GLOSSARY}
    assert {str(word).replace("_", " ") for word in VERDICT_WORDS} <= set(words)
    assert [word for word in WORDS.values() if word not in words["blank"].lower()] == []


def test_every_term_that_stands_on_a_chart_has_its_word():
    words = {one.word for one in GLOSSARY}
    # A prime marks limits that make room for more than chance: the chart's kind is the same.
    kinds = {name.replace("I′", "XmR").replace("′", "") for name in KIND_WORDS.values()}
    states = {COMMON_CAUSE, IMPROVEMENT, CONCERN, NEUTRAL, NOT_ASSESSABLE}
    assert {*kinds, *states, *SUMMARIES.values(), STATE_WORDS[LATE], STAGE_WORDS[IN_USE], UNSTEADY} - words == set()


@pytest.mark.parametrize("word", GLOSSARY, ids=lambda one: one.word_id)
def test_an_entry_is_plain_and_says_where_its_word_is_met(word):
    # An entry is read as "A signal is a pattern …": the words before it carry no grade of their own.
    assert grade(word.means) <= 8
    assert word.where and set(word.where) <= set(PLACES)
    assert word.means and not word.means.endswith(".")


def test_a_words_place_on_the_page_is_made_of_letters_and_hyphens():
    assert Word("gap of record", "", ()).word_id == "word-gap-of-record"
    assert Word("rate_ratio", "", ()).word_id == "word-rate-ratio"
    assert len({one.word_id for one in GLOSSARY}) == len(GLOSSARY)
