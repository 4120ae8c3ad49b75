"""The rule by which reading is graded finds what is hard, and judges what a reader meets."""

from __future__ import annotations

from tests.reading import blocks_of, hard, html_blocks, html_templates, judged_parts, plain, templates

HARD = "Institutional reorganization considerations notwithstanding, administrators subsequently reconsidered organizational accountability."


def element(kind: str, children: object) -> dict:
    return {"type": kind, "namespace": "dash_html_components", "props": {"children": children}}


def test_a_hard_sentence_is_found_and_a_plain_one_is_not() -> None:
    assert list(hard([HARD, "The gap is smaller now than it was a year ago."])) == [HARD]


def test_a_long_sentence_does_not_hide_in_a_plain_paragraph() -> None:
    long = "The report that the team that we met in the town near the lake sent to the lead of the network that it is a part of came late."
    assert long in hard([f"It is so. We know. {long} It is so. We see. It is fine. So it is."])


def test_labels_are_not_judged_and_short_sentences_are_read_within_their_paragraph() -> None:
    assert list(judged_parts("Institutional reorganization considerations")) == []
    assert list(judged_parts("Counted twice. We looked at it again and it holds.")) == ["Counted twice. We looked at it again and it holds."]


def test_a_name_is_one_plain_word() -> None:
    assert plain("Between Black patients and all other patients at Amberford County Health it fell.") == "Between Ash and Ash at Ash it fell."


def test_a_line_is_read_as_one_and_what_stands_beside_it_apart() -> None:
    part = element("Div", [element("P", [element("B", "The gap"), " is closing."]), element("Span", "CSV"), element("Span", "Method")])
    assert sorted(blocks_of(part)) == ["CSV", "Method", "The gap is closing."]


def test_the_templates_of_a_room_have_each_filling_as_a_word_and_no_docstring() -> None:
    said = list(templates("equity"))
    assert any("Choose one of: Ash. Shown instead: Ash." in one for one in said)
    assert not any(one.startswith("The words of this project") for one in said)


def test_html_is_read_by_its_blocks_with_each_filling_as_a_word() -> None:
    assert html_blocks("<div><p>Your <b>own</b>\n team</p><ul><li>One</li><li>Two</li></ul></div>") == ["Your own team", "One", "Two"]
    said = list(html_templates())
    assert any(one.startswith("Ash chooses, measure by measure.") or "asks for a code from your app" in one for one in said)
    assert not any("{%" in one or "{{" in one for one in said)
