"""No address that a browser sends leads out of the house."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from web.addresses import inside, referring, value_of

OUTSIDE = [
    "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "evil.example",
    "/\t/evil.example", "/\n/evil.example",
    " //evil.example", "/ /evil.example", "///evil.example", "http:evil.example", "", None, "?x=1", "/x\0", "/a\\b",
]  # fmt: skip


@pytest.mark.parametrize("target", OUTSIDE)
def test_an_address_that_might_lead_elsewhere_leads_home(target: str | None) -> None:
    assert inside(target) == "/"


@pytest.mark.parametrize("target", ["/", "/teams/amberford", "/?measure=x&group=y", "/compare?team=a#compare-peers", "/teams/%2F%2Fevil.example"])
def test_an_address_of_ours_is_kept_whole(target: str) -> None:
    assert inside(target) == target


@pytest.mark.parametrize(
    ("referrer", "path"), [("http://localhost/compare?team=a", "/compare?team=a"), ("http://evil.example//x", "/x"), (None, "/"), ("x", "/")]
)
def test_where_a_reader_stands_is_a_path(client: FlaskClient, referrer: str | None, path: str) -> None:
    with client.application.test_request_context("/", headers={"Referer": referrer} if referrer else {}):
        assert referring() == path


@pytest.mark.parametrize(("address", "value"), [("/?team=a", "a"), ("/?team=a&team=b", "a"), ("/?x=a", ""), ("/", "")])
def test_one_value_is_read_from_an_address(address: str, value: str) -> None:
    assert value_of(address, "team") == value
