"""A note on a value is marked at its point on the team's charts, and told in words beneath them, in their tables and files."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from flask.testing import FlaskClient

from data_access.viewer import NETWORK_LEAD, Viewer
from tests.asking import by_id, components, page_of, text_of
from tests.components.plain import text, walk
from tests.data_access.test_value_notes import noted
from tests.pages.test_team import Written, asked, figure, file_of

LATE = "Late laboratory and home readings added"


def keys(page: dict, card: str) -> int:
    return sum(one["text"] == "<b>a</b>" for one in figure(page, card)["layout"]["annotations"])


def column(page: dict, card: str) -> dict[str, str]:
    """The last cell of each row of the card's table, by the first."""
    rows = [one["props"]["children"] for one in components(by_id(page, f"team-{card}")) if one["type"] == "Tr"]
    return {text_of(row[0]).strip(): text_of(row[-1]).strip() for row in rows}


@pytest.mark.parametrize("card", ["run", "process"])
def test_a_note_is_marked_told_tabled_and_in_the_file(client: FlaskClient, card: str) -> None:
    page = asked(client, "copperlea", measure="bp_control")
    assert keys(page, card) == 1
    beneath = text_of(by_id(page, f"team-{card}-key"))
    assert f"{LATE} All patients, Apr 2026 to Jun 2026. Loaded by " in beneath
    table = column(page, card)
    assert (table["Period"], table["Q1 2026"], table["Q2 2026"]) == ("Notes", "none", "a")
    filed = {row["period"]: row["notes"] for row in file_of(client, card, "copperlea", measure="bp_control")}
    assert (filed["Q1 2026"], filed["Q2 2026"]) == ("", f"Note a: {LATE}")


def test_a_team_without_notes_has_no_marks_and_no_column(client: FlaskClient) -> None:
    page = asked(client, "copperlea", measure="missed_visits")
    assert keys(page, "run") == 0
    assert "Notes on values" not in text_of(by_id(page, "team-run-key"))
    assert column(page, "run")["Period"] == "Ratio"


def beneath(client: FlaskClient, viewer: Viewer) -> str:
    """What a viewer reads beneath the run chart of a team whose noted value is 9 of 111 births."""
    assert page_of(client)
    page = sys.modules["pages.team"].layout(viewer, {"team_id": "brackenfield", "measure": "preterm_birth"})
    return text(next(one for one in walk(page) if getattr(one, "id", None) == "team-run-key"))


def test_a_note_on_a_hidden_value_is_for_the_team_alone(client: FlaskClient) -> None:
    note = "Came with the second load"
    assert note not in beneath(client, NETWORK_LEAD)
    assert note in beneath(client, Viewer("team_member", frozenset({"brackenfield"})))


def shown(client: FlaskClient, **query: str) -> str:
    return text_of(by_id(asked(client, "a", measure="bp", **query), "team-process-key"))


def test_each_line_has_the_notes_on_its_own_values(written: Written) -> None:
    made, client = written()
    made.team("a")
    made.reports("\n".join(f"a {group} 2025-01-01 " + "200/400 " * 12 for group in ("black", "white", "hispanic")))
    noted(made, "Flood", date(2025, 2, 1))
    noted(made, "New system", date(2025, 2, 1), group_code="white")
    made.keep()
    said = {line: shown(client, line=line) for line in ("focus", "reference", "gap", "everybody")}
    told = {line: ("Flood" in words, "New system" in words) for line, words in said.items()}
    assert told == {"focus": (True, False), "reference": (False, True), "gap": (True, True), "everybody": (False, False)}
    # Against one group alone the others are not drawn, and another division of people has no such groups.
    assert "New system" not in shown(client, line="reference", reference="hispanic")
    assert "Black" in said["focus"] and "White" in said["reference"]
