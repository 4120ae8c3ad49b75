"""What the trail holds of what was asked here, and how an administrator reads it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from sqlalchemy import text

from data_access.accounts.audit_check import check_tail
from data_access.store import keeping_accounts
from tests.web.people import PASSWORD, People, enter, send
from web.trail import filters_of, page_asked

NOTHING = dict.fromkeys(("what", "outcome", "account", "since", "until"), "")


def lines(page: str) -> list[list[str]]:
    """The cells of each line of the trail."""
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in body.split("</tr>") if "<td" in row]


def test_entries_refusals_and_downloads_are_in_it_with_who_and_from_where(people: People) -> None:
    keeper, reader = people.signed_in("administrator"), people.signed_in("reader")
    reader.get("/csv/network/gap?group=CANARY")
    reader.get("/accounts?x=CANARY")
    enter(people.browser(), "reader@example.org", "CANARY")
    page = keeper.get("/audit").text
    said = [line[2:] for line in lines(page)]
    assert ["reader@example.org", "127.0.0.1", "download", "network/gap", "done"] in said
    assert ["reader@example.org", "127.0.0.1", "refusal", "/accounts", "refused"] in said
    assert ["reader@example.org", "127.0.0.1", "sign in", "wrong", "refused"] in said
    assert not any(word in page for word in ("CANARY", PASSWORD))
    assert "none was changed, and none is missing" in page


def test_it_is_filtered_by_what_who_outcome_and_day(people: People) -> None:
    keeper = people.signed_in("administrator")
    number = re.search(r"/accounts/(\d+)", keeper.get("/accounts").text)[1]
    asked = ["what=sign_in", "what=account", "what=load", "outcome=refused", f"account={number}", "until=2020-01-01"]
    assert [len(lines(keeper.get(f"/audit?{query}").text)) for query in asked] == [1, 1, 2, 0, 1, 0]
    assert len(lines(keeper.get("/audit?since=2020-01-01").text)) == len(lines(keeper.get("/audit").text)) > 3


def test_a_long_trail_is_turned_page_by_page(people: People) -> None:
    keeper, reader = people.signed_in("administrator"), people.signed_in("reader")
    for _ in range(51):
        reader.get("/csv/methods/nothing")
        reader.get("/csv/network/gap")
    first = keeper.get("/audit?what=download").text
    assert "51 lines, page 1 of 2" in first
    later = re.search(r'href="(/audit\?[^"]+)"', first)[1].replace("&amp;", "&")
    assert later == "/audit?what=download&page=2"
    assert "page 2 of 2" in keeper.get(later).text


@pytest.mark.parametrize("value", ["x", "-1", "1.5", "9" * 30, "٣", "2025-13-45", "<script>"])
def test_what_is_not_understood_filters_nothing(value: str) -> None:
    assert filters_of(dict.fromkeys(NOTHING, value)) == filters_of(NOTHING)


@pytest.mark.parametrize("value", ["x", "-1", "9" * 30, ""])
def test_a_page_that_is_none_is_the_first(people: People, value: str) -> None:
    with people.server.test_request_context("/audit", query_string={"page": value}):
        assert page_asked() == 1


def test_the_trail_has_no_form_that_changes_it(people: People) -> None:
    keeper = people.signed_in("administrator")
    assert {send(keeper, "/audit").status_code, keeper.delete("/audit").status_code} == {405}


def test_a_trail_of_one_line_is_told_as_one(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = people.signed_in("administrator")
    monkeypatch.setattr("web.trail.check_tail", lambda viewer, now: replace(check_tail(viewer, now), first=1, lines=1))
    assert "The only line holds: it was not changed." in keeper.get("/audit").text


def test_a_view_looks_at_the_new_lines_and_a_button_at_every_one(people: People) -> None:
    keeper = people.signed_in("administrator")
    assert "lines hold: none was changed" in keeper.get("/audit").text
    people.signed_in("reader")
    again = keeper.get("/audit").text
    assert re.search(r"Lines \d+ to \d+ hold", again) and "Since then only newer lines were." in again
    said = send(keeper, "/audit/check")
    assert "Every line holds." in said.text and [lines(said.text)[0][4], lines(said.text)[0][6]] == ["audit", "done"]


def test_a_broken_trail_is_said_where_it_breaks(people: People) -> None:
    keeper = people.signed_in("administrator")
    keeper.get("/audit")
    with keeping_accounts() as connection:
        connection.execute(text("DROP TRIGGER audit_no_update"))
        connection.execute(text("UPDATE audit SET about = 'x' WHERE number = 2"))
    assert "Line 2 does not hold." in send(keeper, "/audit/check").text
