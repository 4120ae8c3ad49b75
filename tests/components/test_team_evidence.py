"""What shows a team's levels, in a table that has no column which nobody fills."""

from __future__ import annotations

from datetime import date

from components.team_evidence import EvidenceRow, evidence_table
from tests.components.plain import cells

DAY = date(2025, 9, 1)


def test_a_row_says_who_gave_which_level_on_what_evidence():
    table = evidence_table([EvidenceRow("Within", "", DAY, "coach", 3, "minutes"), EvidenceRow("Together", "", DAY, "self", 2, "")], caption="What shows it")
    assert cells(table) == [
        ["Domain", "Day", "By", "Level", "Evidence"],
        ["Within", "1 September 2025", "coach", "3", "minutes"],
        ["Together", "1 September 2025", "the team itself", "2", "none on file"],
    ]


def test_items_and_notes_have_columns_where_there_are_any():
    table = evidence_table(
        [EvidenceRow("Within", "Reflects", DAY, "coach", 3, "minutes", "hard talk"), EvidenceRow("Together", "", DAY, "self", 2, "list")], caption="x"
    )
    assert cells(table)[0] == ["Domain", "Item", "Day", "By", "Level", "Evidence", "Note, for the team and its coach"]
    assert [row[1] for row in cells(table)[1:]] == ["Reflects", "as a whole"]
    assert [row[-1] for row in cells(table)[1:]] == ["hard talk", "none"]
