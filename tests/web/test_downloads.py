"""The file of a card: what the card shows, no more, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import pytest
from flask.testing import FlaskClient

from equity.blanks import WORDS
from equity.listing import Listing
from tests.asking import by_id, components, found, page_of, text_of
from web.downloads import LONGEST_NAME, as_file, file_name, harmless

CARDS = ["coaching", "convening", "gap", "grid", "groups", "maturity", "panels", "practices", "reporting", "summaries", "unknown"]
COUNTS = ("numerator", "denominator", "unknown", "people")


def rows_of(client: FlaskClient, card: str, search: str = "") -> list[dict[str, str]]:
    answer = client.get(f"/csv/network/{card}{search}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))


def table_of(page: dict, card: str) -> list[list[str]]:
    """The words of the cells of a card's table, row by row, its head left out."""
    section = by_id(page, card)
    body = next(one for one in components(section) if one["type"] == "Tbody")
    return [[text_of(cell) for cell in row["props"]["children"]] for row in body["props"]["children"]]


def first_number(cell: str) -> str:
    return re.match(r"[−\d.,]+", cell)[0].replace("−", "-").replace(",", "")


@pytest.mark.parametrize("card", CARDS)
def test_every_card_links_to_its_file_with_the_question_as_it_stands(client: FlaskClient, card: str) -> None:
    page = page_of(client, "?measure=preterm_birth&reference=overall")
    links = [one["props"]["href"] for one in found(page, children="CSV")]
    assert f"/csv/network/{card}?measure=preterm_birth&reference=overall" in links
    assert len(links) == len(CARDS)


@pytest.mark.parametrize("card", CARDS)
def test_a_file_is_an_attachment_that_says_what_it_is_and_is_the_same_twice(client: FlaskClient, card: str) -> None:
    answer = client.get(f"/csv/network/{card}")
    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="lantern-network-{card}-{date.today()}.csv"'
    assert answer.data.startswith("\ufeff".encode())
    assert answer.data == client.get(f"/csv/network/{card}").data
    assert len({len(row) for row in csv.reader(io.StringIO(answer.text))}) == 1


@pytest.mark.parametrize("search", ["", "?measure=preterm_birth", "?stratifier=payer&reference=best"])
def test_the_gap_s_file_holds_the_numbers_of_its_table(client: FlaskClient, search: str) -> None:
    table, rows = table_of(page_of(client, search), "network-gap"), rows_of(client, "gap", search)
    assert [cells[0] for cells in table] == [row["period"] for row in rows]
    for cells, row in zip(table, rows, strict=True):
        for cell, side in ((cells[2], "focus"), (cells[4], "reference")):
            assert cell.replace(",", "") in (f"of {row[f'{side}_size']}", row["blank"])
            assert (row[f"{side}_numerator"], row[f"{side}_denominator"]) == ("", "")
        if row["blank"]:
            assert (cells[5], row["gap"], row["ratio"]) == (row["blank"], "", "")
        else:
            assert abs(float(first_number(cells[5])) - float(row["gap"])) <= 0.05
            assert abs(float(first_number(cells[6])) - float(row["ratio"])) <= 0.005


def test_the_panels_file_holds_the_numbers_of_their_table(client: FlaskClient) -> None:
    table, rows = table_of(page_of(client), "network-panels"), rows_of(client, "panels")
    by_team = {cells[0]: cells[2:] for cells in table}
    assert sorted(by_team) == sorted({row["team"] for row in rows})
    for team, cells in by_team.items():
        mine = [row for row in rows if row["team"] == team]
        assert len(mine) == len(cells)
        for cell, row in zip(cells, mine, strict=True):
            # A dagger marks a note on the value.
            assert cell.endswith("†") is bool(row["notes"])
            assert cell.removesuffix("†").strip() == row["blank"] if row["blank"] else abs(float(first_number(cell)) - float(row["gap"])) <= 0.05


def test_the_grid_s_file_holds_the_words_of_its_cells(client: FlaskClient) -> None:
    page, rows = page_of(client), rows_of(client, "grid")
    words = {"no_clear_change": "no clear change", "cannot_tell_yet": "cannot tell yet", "levelled_down": "levelled down"}
    shown = sorted((cells[0], cell) for cells in table_of(page, "network-grid") for cell in cells[1:])
    assert shown == sorted((row["team"], words.get(row["verdict"], row["verdict"]) or row["blank"]) for row in rows)


def test_the_groups_file_holds_the_numbers_of_its_table(client: FlaskClient) -> None:
    table, rows = table_of(page_of(client), "network-groups"), rows_of(client, "groups")
    for cells, then, now in zip(table, rows[::2], rows[1::2], strict=True):
        assert (cells[0], then["when"], now["when"]) == (then["group"], "then", "now")
        for cell, row in ((cells[2], now), (cells[5], then)):
            assert cell == row["blank"] if not row["size"] else cell.replace(",", "") == f"of {row['size']}"


def test_the_unknown_share_s_file_holds_the_percentages_of_its_table(client: FlaskClient) -> None:
    page, rows = page_of(client), rows_of(client, "unknown")
    heads = [text_of(one) for one in components(by_id(page, "network-unknown")) if one["type"] == "Button"][1:]
    for cells in table_of(page, "network-unknown"):
        for period, cell in zip(heads, cells[1:], strict=True):
            (row,) = [row for row in rows if (row["team"], row["period"]) == (cells[0], period)]
            assert cell == row["blank"] if not row["percent"] else float(cell.rstrip("%")) == pytest.approx(float(row["percent"]), abs=1e-6)


def test_the_maturity_file_counts_the_teams_of_its_table(client: FlaskClient) -> None:
    table, rows = table_of(page_of(client), "network-maturity"), rows_of(client, "maturity")
    for cells, row in zip(table, rows, strict=True):
        values = list(row.values())
        assert [cells[0], *cells[3:]] == [row["domain"], *values[5:-7]]
        assert cells[1:3] == [f"level {value}" for value in values[3:5]]


@pytest.mark.parametrize("card", ["gap", "panels", "groups", "unknown"])
@pytest.mark.parametrize("search", ["", "?measure=preterm_birth", "?measure=severe_morbidity", "?stratifier=language"])
def test_no_file_holds_a_count_where_rates_are_told(client: FlaskClient, card: str, search: str) -> None:
    for row in rows_of(client, card, search):
        assert not [name for name, value in row.items() if name.split("_")[-1] in COUNTS and value]


@pytest.mark.parametrize("card", ["gap", "panels", "groups", "unknown", "grid"])
def test_a_cell_is_empty_where_a_blank_is_said_and_only_there(client: FlaskClient, card: str) -> None:
    said = {*WORDS.values(), ""}
    for row in rows_of(client, card, "?measure=preterm_birth"):
        assert row["blank"] in said
        first = next(name for name in ("gap", "size", "people_size", "verdict") if name in row)
        assert (row[first] == "") == (row["blank"] not in ("", WORDS["zero_events"]))


@pytest.mark.parametrize("path", ["network/nothing", "network/GAP", "nothing/gap", "not found/gap", "network/gap.csv", "network/..", "Network/gap"])
def test_there_is_no_file_of_an_unknown_page_or_card(client: FlaskClient, path: str) -> None:
    assert client.get(f"/csv/{path}").status_code == 404


def test_what_is_no_choice_gives_the_file_that_the_page_shows_instead(client: FlaskClient) -> None:
    assert client.get("/csv/network/gap?measure=nonsense&group=&reference=a&reference=b&x=1").data == client.get("/csv/network/gap").data


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(start: str) -> None:
    listing = Listing(("team", "gap"), ((f"{start}cmd|' /C calc'!A0", -1.5), ("Amberford", None)))
    (first, second) = list(csv.reader(io.StringIO(as_file(listing, "x.csv").data.decode("utf-8-sig"), newline="")))[1:]
    assert first == [f"'{start}cmd|' /C calc'!A0", "-1.5"]
    assert second == ["Amberford", ""]


def test_numbers_stay_numbers_and_other_text_stays_as_it_is() -> None:
    values = (-1, -0.5, 0, 12, None, "", "St. Mary's", "1=2", "a,b", 'say "so"')
    assert tuple(harmless(value) for value in values) == values


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ({}, "lantern-team-run-2026-11-28.csv"),
        ({"team_id": "hazelmoor", "measure": "bp_control", "group": "black"}, "lantern-team-run-hazelmoor-bp-control-2026-11-28.csv"),
        ({"team_id": '../a:b*"<CON>|?\r\n'}, "lantern-team-run-a-b-con-2026-11-28.csv"),
    ],
)
def test_a_file_is_named_by_what_it_is_of_in_letters_that_every_system_takes(asked: dict[str, str], name: str) -> None:
    assert file_name("team", "run", asked, today=date(2026, 11, 28)) == name


def test_no_name_of_a_file_is_too_long_for_a_folder() -> None:
    assert len(file_name("team", "run", {"team_id": "a" * 500})) == LONGEST_NAME + len("-2026-11-28.csv")
