"""All groups at once, on the Network page."""

from __future__ import annotations

import csv
import io

import pytest
from flask.testing import FlaskClient

from tests.asking import by_id, found, page_of, text_of

CARD = "network-summaries"


def rows_of_file(client: FlaskClient, query: str = "") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(f"/csv/network/summaries{query}").data.decode("utf-8-sig"))))


def test_seven_groups_are_summed_up_and_slopes_are_not_shown(client: FlaskClient) -> None:
    card = by_id(page_of(client), CARD)
    words = text_of(card)
    assert "All groups at once: seven groups, six ways to sum them up" in words
    assert "the groups lie closer together now than then" in text_of(by_id(card, f"{CARD}-body"))
    assert "Not shown: slope index of inequality and relative index of inequality. The groups have no order" in words
    assert len(found(card, scope="row")) == 6
    assert "/methods#method-summaries" in {one["props"].get("href") for one in found(card, children="Method")}


def test_two_groups_are_not_summed_up(client: FlaskClient) -> None:
    card = by_id(page_of(client, "?stratifier=place"), CARD)
    assert "All groups at once: nothing can be summed up here" in text_of(card)
    assert "It takes three groups or more. Of two the gap says all." in text_of(card)
    assert found(card, scope="row") == []


@pytest.mark.parametrize(("query", "told"), [("", 6), ("?stratifier=place", 0)])
def test_the_file_has_every_summary_then_and_now_or_its_reason(client: FlaskClient, query: str, told: int) -> None:
    rows = rows_of_file(client, query)
    assert len(rows) == 16
    assert [bool(row["value"]) for row in rows] == [not row["not_shown_for"] for row in rows]
    assert sum(bool(row["value"]) for row in rows) == 2 * told
    assert all(row["network"] for row in rows)
