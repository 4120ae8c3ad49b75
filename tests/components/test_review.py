"""The parts of a review: every number says of how many, and no mark stands without its word."""

from __future__ import annotations

import pytest

from components.review import LATEST, MOST_MARKS, OtherGap, big_number, changes_list, others_list, review_links, roll_list, roll_marks
from components.team_lead import TestedChange
from tests.components.plain import every, text

ROWS = [("closing", 2, "the gap is getting smaller"), ("not_reported", 1, "nothing came")]
CHANGE = TestedChange("A", "Cuffs lent", "", "1 July 2025", "adopted")


def test_the_number_of_the_cover_says_of_how_many():
    assert text(big_number(9, 15, "teams are closing")) == "9 of 15teams are closing"


def test_each_team_has_a_mark_and_each_state_a_row_with_its_word():
    marks = roll_marks(ROWS)
    assert len(marks.children) == 3
    assert getattr(marks, "aria-hidden") == "true"
    assert [text(row) for row in every(roll_list(ROWS), "Li")] == ["2closingthe gap is getting smaller", "1not reportednothing came"]


def test_more_marks_than_can_be_seen_are_left_to_the_numbers():
    assert len(roll_marks([("closing", MOST_MARKS, "")]).children) == MOST_MARKS
    assert roll_marks([("closing", MOST_MARKS + 1, "")]).children == []


def test_the_quarter_that_is_read_is_no_link_to_itself():
    nav = review_links([("Q1 2025", "/review/2025-Q1", False), ("Q2 2025", "/review/2025-Q2", True)])
    assert [(text(link), link.href) for link in every(nav, "A")] == [("Q1 2025", "/review/2025-Q1")]
    assert [getattr(one, "aria-current", None) for one in every(nav, "Span")] == ["page"]
    assert every(nav, "Details") == []


@pytest.mark.parametrize(("read", "is_open"), [(0, True), (1, False)])
def test_earlier_reports_are_folded_away_unless_one_of_them_is_read(read, is_open):
    nav = review_links([(f"Report {place}", f"/review/{place}", place == read) for place in range(LATEST + 1)])
    (folded,) = every(nav, "Details")
    assert text(folded) == "Earlier reportsReport 0"
    assert folded.open is is_open
    assert len(every(nav.children[0], "Li")) == LATEST


def test_changes_that_are_left_out_are_counted():
    assert "earlier" not in text(changes_list([CHANGE], 0))
    assert text(changes_list([CHANGE], 1)).endswith("One earlier one stands on the team's page.")
    assert text(changes_list([CHANGE], 2)).endswith("Two earlier ones stand on the team's page.")
    assert text(changes_list([], 0)) == "No change on this measure had been begun by then."


def test_other_gaps_lead_to_their_charts_with_a_verdict_or_a_blank():
    (found,) = others_list([OtherGap("Preterm birth", "/teams/a?measure=preterm_birth", None, "hidden")])
    assert [link.href for link in every(found, "A")] == ["/teams/a?measure=preterm_birth"]
    assert text(found) == "Preterm birthhidden"
    assert text(others_list([])) == "It works on no other gap."
