"""The table: ordered by name, size or setting, and never by the gap."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.asking import by_id, components
from tests.pages.comparing import asked, badges, file_of, links, names, options, table_rows


def test_teams_stand_by_name_and_a_name_leads_to_its_page_with_the_same_question(client: FlaskClient) -> None:
    page = asked(client, team="hazelmoor", group="white")
    assert names(page) == sorted(names(page), key=str.lower) and len(names(page)) == 15
    assert links(by_id(page, "compare-table-body"))["Oxmeadow Health Center"] == "/teams/oxmeadow?measure=bp_control&group=white&team=hazelmoor"


def test_rows_can_be_ordered_by_size_or_setting_and_never_by_the_gap(client: FlaskClient) -> None:
    assert options(asked(client), "order") == ["", "size", "setting"]
    by_size = [int(cells[3].split()[0].replace(",", "")) for cells in table_rows(asked(client, order="size")) if cells[3][:1].isdigit()]
    assert by_size == sorted(by_size, reverse=True)
    settings = [cells[2] for cells in table_rows(asked(client, order="setting"))]
    assert settings == sorted(settings)
    assert any("by setting" in badge for badge in badges(asked(client, order="setting")))
    body = by_id(asked(client), "compare-table-body")
    assert not any(one["type"] == "Button" for one in components(body))
    assert set(links(body)) & {"Team", "Setting", "Black patients", "Gap, points", "Verdict"} == {"Team", "Setting", "Black patients"}


def test_the_file_holds_what_the_table_shows(client: FlaskClient) -> None:
    shown = {cells[0]: cells for cells in table_rows(asked(client))}
    rows = {row["team"]: row for row in file_of(client, "table")}
    assert set(rows) == set(shown)
    for name, row in rows.items():
        if row["gap"]:
            assert float(shown[name][7].replace("−", "-")) == pytest.approx(float(row["gap"]), abs=0.05)
            assert shown[name][3].replace(",", "") == row["focus_size"]
