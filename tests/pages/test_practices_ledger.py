"""The ledger on the page: found, paged, linked; what is hidden is not named."""

from __future__ import annotations

from datetime import date

import pytest
from flask.testing import FlaskClient

from data_access import schema
from data_access.viewer import Viewer
from equity.selection import LONGEST_WORD
from tests.asking import by_id, components, notices_of, text_of
from tests.pages.practising import READER, TEAM, asked, rows, rows_for, shown, title
from tests.pages.trusting import Written

LONG = "Access " * 30


def test_twenty_a_page_the_latest_begun_first(client: FlaskClient) -> None:
    first, last = asked(client), asked(client, page="3")
    assert shown(first, "ledger")[0] == [
        "Elmstead Physicians",
        "10 August 2026",
        "still running",
        "Asking 20 Black patients what the app left out",
        "Trust",
        "blood pressure",
        "being tested",
    ]
    assert [len(shown(page, "ledger")) for page in (first, last)] == [20, 9]
    turned = [one["props"]["href"] for one in components(last) if one["props"].get("data-turn") == "true"]
    assert [address.partition("page=")[2] for address in turned] == ["2#practices-ledger"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"decision": "abandon"}, 3),
        ({"driver": "Food"}, 2),
        ({"find": "cuffs"}, 4),
        ({"tested_on": "preterm_birth"}, 4),
        ({"find": "cuffs", "decision": "adopt"}, 2),
    ],
)
def test_filters_leave_what_fits_on_the_screen_and_in_the_file(client: FlaskClient, query: dict[str, str], count: int) -> None:
    found, lines = shown(asked(client, **query), "ledger"), rows(client, "ledger", **query)
    assert len(found) == len(lines) == count
    assert [row[0] for row in found] == [line["team"] for line in lines]


def test_where_nothing_fits_it_says_what_to_do(client: FlaskClient) -> None:
    page = asked(client, find="zzz")
    assert title(page, "ledger") == "No change fits what was asked"
    assert "Take a filter away to see more." in text_of(by_id(page, "practices-ledger-body"))
    assert by_id(page, "practices-ledger-find")["props"]["value"] == "zzz"


def test_a_measure_leads_to_the_team_s_chart_of_it(client: FlaskClient) -> None:
    page = asked(client, team=TEAM, find="Spanish by a trained")
    (link,) = [one["props"]["href"] for one in components(by_id(page, "practices-ledger-body")) if one["type"] == "A" and "#team-run" in one["props"]["href"]]
    assert link.startswith(f"/teams/{TEAM}?measure=")
    assert f"team={TEAM}" in link


def small(written: Written) -> FlaskClient:
    """One team's changes: on a hidden measure, on none, on one that has no gap; a driver that is longer than an address holds."""
    made, client = written()
    made.measure(
        measure_id="plain", name="A count", short_name="A count", stratifier_id="overall", reference_group="overall", focus_group="all", kind="structural"
    )
    made.team("a", name="Ash", terms={"visibility": "hidden"})
    made.team("a", "plain")
    changes = [("one", LONG.strip(), "adopt", "bp"), ("two", "", "adapt", None), ("three", "", "running", "plain")]
    for change_id, driver, decision, measure_id in changes:
        row = {"change_id": change_id, "team_id": "a", "driver": driver, "tested": change_id, "started_on": date(2025, 5, 1), "decision": decision}
        made.insert(schema.change, row)
        made.insert(schema.change_measure, *([{"change_id": change_id, "measure_id": measure_id}] if measure_id else []))
    made.keep()
    return client


def test_what_is_missing_has_its_words_and_a_measure_without_a_gap_no_link(written: Written) -> None:
    found = rows_for(small(written), READER, "ledger")
    assert found == [
        ["Ash", "1 May 2025", "still running", "three", "nothing", "A count", "being tested"],
        ["Ash", "1 May 2025", "no day given", "two", "nothing", "none named", "adapted"],
    ]


def test_a_hidden_measure_finds_its_change_for_its_own_team_alone(written: Written) -> None:
    client = small(written)
    own = Viewer("team_member", frozenset({"a"}))
    assert [row[3] for row in rows_for(client, own, "ledger", tested_on="bp")] == ["one"]
    assert rows_for(client, READER, "ledger", tested_on="bp") == []


def test_a_driver_longer_than_an_address_holds_is_chosen_whole(written: Written) -> None:
    client = small(written)
    own = Viewer("team_member", frozenset({"a"}))
    assert [row[3] for row in rows_for(client, own, "ledger", driver=LONG[:LONGEST_WORD])] == ["one"]
    assert notices_of(asked(client, driver="Access")) != []
