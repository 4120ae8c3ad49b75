from __future__ import annotations

import pytest

from components.team_lead import (
    BEFORE_AND_AFTER,
    NO_CHANGE,
    NO_GUARD,
    Fact,
    TestedChange,
    change_item,
    changes_parts,
    fact_list,
    guard_list,
    mine_parts,
    notes,
    rules_parts,
)
from tests.components.plain import every, text

CHANGE = TestedChange("A", "Cuffs lent for use at home", "Readings at home", "22 September 2025", "adopted")


def test_a_readers_own_team_is_tagged_and_every_other_can_become_it():
    assert text(mine_parts(is_mine=True, choose="?team=a")) == "my team"
    (link,) = mine_parts(is_mine=False, choose="?team=a")
    assert (text(link), link.href, getattr(link, "data-turn")) == ("Make this my team", "?team=a", "true")


def test_facts_are_terms_with_their_values_and_what_belongs_to_them():
    with_more, without = fact_list([Fact("Setting", "Urban", "Cohort 1"), Fact("Sector", "Hospital")])
    assert [text(part) for part in (*every(with_more, "Dt"), *every(with_more, "Dd"))] == ["Setting", "UrbanCohort 1"]
    assert every(without, "Dd")[0].children[1:] == []


def test_a_change_has_its_flag_and_what_was_decided():
    assert text(change_item(CHANGE)) == "ACuffs lent for use at homeReadings at home. 22 September 2025, adopted"


def test_a_change_outside_the_chart_has_a_flag_without_letter_and_one_without_a_driver_names_none():
    item = change_item(TestedChange("", "Rides", "", "1 May 2024", "abandoned"))
    assert text(item) == "Rides1 May 2024, abandoned"
    assert "team-flag-none" in every(item, "Span")[0].className


def test_changes_say_before_and_after_and_none_is_said_too():
    assert text(changes_parts([CHANGE])).endswith(BEFORE_AND_AFTER)
    assert "because" not in BEFORE_AND_AFTER
    assert text(changes_parts([])) == f"Changes tested{NO_CHANGE}"


def test_what_the_rules_found_has_a_paragraph_each():
    assert [text(part) for part in rules_parts(["One.", "Two."])] == ["What the run rules found", "One.", "Two."]


def test_the_rules_themselves_stand_below_what_they_found():
    assert [text(part) for part in rules_parts(["One."], [("Shift", "Six or more.")])][1:] == ["One.", "Shift. Six or more."]


@pytest.mark.parametrize(("word", "blank", "said"), [("widening", None, "widening"), (None, "hidden", "hidden"), (None, None, "not reported")])
def test_a_guard_has_its_name_its_address_and_its_state(word, blank, said):
    parts = guard_list([("Missed visits", "?measure=missed", word, blank)], [])
    assert text(parts) == f"What guards itMissed visits, a balancing measure: its gap is {said}"
    assert every(parts, "A")[0].href == "?measure=missed"


def test_a_measure_without_guards_says_so_and_one_that_guards_says_what():
    assert text(guard_list([], [])) == f"What guards it{NO_GUARD}"
    assert text(guard_list([], [("Blood pressure", "?measure=bp")])) == "What it guardsBlood pressure"


def test_notes_without_words_are_left_out():
    assert [text(part) for part in notes([("Who moved", ["Both.", ""]), ("Unknown", [""])])] == ["Who movedBoth."]
