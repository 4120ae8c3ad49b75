from __future__ import annotations

from components.maturity_words import LevelWords, apart_table, next_step, raters_key, rubric
from tests.components.plain import cells, every, text

LEVELS = [LevelWords(1, "Not started", "Nothing is counted."), LevelWords(2, "Begun", "", "the middle team now"), LevelWords(3, "", "All of it.")]


def test_every_level_of_every_domain_is_reached_by_native_controls():
    found = rubric([("Within", LEVELS), ("Together", LEVELS)])
    assert [text(one) for one in every(found, "Summary")] == ["Wording of every level", "Within", "Together"]
    assert [text(one) for one in every(found, "Dt")][:3] == ["1 Not started", "2 Begunthe middle team now", "3"]
    assert [text(one) for one in every(found, "Dd")][:3] == ["Nothing is counted.", "There are no words for this level.", "All of it."]


def test_the_next_step_is_quoted():
    assert text(next_step("What level 3 says:", "Money is promised.")) == "What level 3 says: “Money is promised.”"


def test_the_raters_marks_are_named():
    assert [(one.className, text(span)) for span in every(raters_key(), "Span") for one in every(span, "I")] == [
        ("rater rater-self", "self"),
        ("rater rater-coach", "coach"),
        ("rater rater-agreed", "agreed"),
    ]


def test_disagreements_are_counted_by_domain():
    assert cells(apart_table([("Within", "1 of 15")], caption="Apart")) == [["Domain", "Teams"], ["Within", "1 of 15"]]
