from __future__ import annotations

from dataclasses import replace

import pytest

from components.directory import COLUMNS, DirectoryRow, Work, directory_parts, directory_row, listed_work, nothing_found, work_parts
from components.marks import blank_cell, verdict_line
from tests.components.plain import every, plain, text

ROW = DirectoryRow(
    team_id="t",
    name="Anchor Health",
    href="/teams/t?measure=bp",
    about="Patients of four clinics",
    member="Joined on 12 January 2026.",
    sector="Hospital",
    place="Urban, cohort 1",
    work=(Work("blood pressure", is_own=False, is_chosen=True), Work("missed visits", is_own=True, is_chosen=False)),
    aim="6 points or less by December 2026",
    focus="",
    word="closing",
    blank=None,
    sentence="Anchor Health, blood pressure: closing.",
    last="Q3 2026",
    last_blank=None,
)


def row(**changes):
    return directory_row(replace(ROW, **changes))


def by_class(part, name):
    return [one for kind in ("Div", "Li", "Span", "P", "A") for one in every(part, kind) if name in (getattr(one, "className", None) or "").split()]


def test_a_team_leads_to_its_page_and_every_fact_has_its_name():
    shown = row()
    (link,) = every(shown, "A")
    assert (text(link), link.href) == ("Anchor Health", "/teams/t?measure=bp")
    assert [text(name) for name in by_class(shown, "fact-name")] == ["Sector and setting: ", "Works on: ", "Aim for the gap: ", "Verdict: ", "Last report: "]
    assert [text(fact) for fact in by_class(shown, "fact")] == [
        "HospitalUrban, cohort 1",
        "blood pressureOwn: missed visits",
        "6 points or less by December 2026",
        "closing",
        "Q3 2026",
    ]


def test_a_verdict_has_mark_and_word_and_the_sentence_that_says_it_whole():
    (state,) = by_class(row(), "team-state")
    assert plain(verdict_line("closing")) in [plain(one) for one in every(state, "Span")]
    assert "Anchor Health, blood pressure: closing." in [getattr(one, "title", None) for one in every(state, "Span")]


@pytest.mark.parametrize("blank", ["hidden", "not_reported", "not_due"])
def test_a_blank_has_mark_and_word_in_place_of_the_verdict(blank):
    (state,) = by_class(row(word=None, blank=blank), "team-state")
    assert plain(blank_cell(blank)) in [plain(one) for one in every(state, "Span")]


def test_a_team_without_the_measure_has_no_aim_to_be_missing():
    shown = row(word=None, blank="not_applicable", aim="", last=None, last_blank="not_applicable")
    assert [text(fact) for fact in by_class(shown, "fact")][2:] == ["does not apply"] * 3


def test_what_is_not_given_says_so():
    shown = row(aim="", sector="", work=(), last=None, last_blank=None)
    assert [text(fact) for fact in by_class(shown, "fact")] == ["sector not givenUrban, cohort 1", "no measure yet", "no aim given", "closing", "not reported"]


def test_a_group_of_its_own_stands_with_the_aim():
    (aim,) = by_class(row(focus="Uninsured"), "team-aim")
    assert text(aim) == "Aim for the gap: 6 points or less by December 2026Own group: Uninsured"


def test_the_readers_own_team_is_marked_by_a_word_too():
    shown = row(is_mine=True)
    assert shown.className == "team-row mine"
    assert [text(one) for one in by_class(shown, "my-team")] == ["my team"]
    assert row().className == "team-row"


def test_a_team_can_be_made_ones_own_where_the_bar_has_no_list():
    name, choose = every(row(choose="?team=t"), "A")
    assert (text(name), text(choose), choose.href) == ("Anchor Health", "Make this my team", "?team=t")
    assert plain(choose)["A"]["data-soft"] == "true"
    assert plain(choose)["A"]["aria-label"] == "Make Anchor Health my team"


def test_only_what_is_known_of_a_team_is_said():
    (who,) = by_class(row(about="", member=""), "team-who")
    assert text(who) == "Anchor Health"


@pytest.mark.parametrize(
    ("own", "lines"),
    [((True, True), ["Own: a, b"]), ((False, False), ["a, b"]), ((False, True), ["a", "Own: b"])],
)
def test_own_measures_stand_apart_from_shared_ones(own, lines):
    work = [Work(name, is_own=is_own, is_chosen=False) for name, is_own in zip("ab", own, strict=True)]
    assert [text(line) for line in work_parts(work)] == lines


def test_the_pages_own_measure_is_bold():
    first, comma, second = listed_work([Work("a", is_own=False, is_chosen=True), Work("b", is_own=False, is_chosen=False)])
    assert (plain(first), comma, second) == ({"B": {"children": "a"}}, ", ", "b")


def test_teams_stand_in_one_list_or_in_a_list_a_part():
    whole = directory_parts([("", [ROW, ROW])])
    assert [len(every(one, "Li")) for one in every(whole, "Ul")] == [2]
    assert every(whole, "H3") == []
    parts = directory_parts([("Rural", [ROW]), ("Urban", [ROW, ROW])])
    assert [text(one) for one in every(parts, "H3")] == ["Rural", "Urban"]
    assert [len(every(one, "Li")) for one in every(parts, "Ul")] == [1, 2]


def test_the_columns_are_seen_and_not_read_twice():
    (heads,) = by_class(directory_parts([("", [ROW])]), "team-heads")
    assert [text(one) for one in every(heads, "Span")] == list(COLUMNS)
    assert plain(heads)["Div"]["aria-hidden"] == "true"


def test_where_nothing_fits_there_is_a_way_back():
    (link,) = every(nothing_found("Looked for: setting rural.", reset="?"), "A")
    assert (text(link), link.href, plain(link)["A"]["data-soft"]) == ("Show all teams", "?", "true")
    assert every(nothing_found("No team yet.", reset=None), "A") == []
