"""My team among its peers, and who they are."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.asking import by_id, components, page_of, text_of
from tests.pages.comparing import asked, figure


def test_peers_come_with_their_rule_and_can_be_pinned(client: FlaskClient) -> None:
    page = asked(client, team="hazelmoor")
    assert "Compared with" in text_of(by_id(page, "compare-peers-head"))
    pins = [link for link in components(by_id(page, "compare-peers-body")) if str(link["props"].get("aria-label", "")).startswith("Pin ")]
    pin = next(link["props"]["href"] for link in pins if link["props"]["aria-label"] == "Pin Dunmarrow Hospital")
    assert pin == "?measure=bp_control&team=hazelmoor&peers=dunmarrow"
    pinned = page_of(client, pin, "/compare")
    assert "Pinned by you: Dunmarrow Hospital." in text_of(by_id(pinned, "compare-peers-head"))
    assert "Dunmarrow Hospital" in [trace["name"] for trace in figure(pinned, "multiples")["data"]]
    (unpin,) = [link["props"]["href"] for link in components(pinned) if link["props"].get("aria-label") == "Take the pin from Dunmarrow Hospital"]
    assert unpin == "?measure=bp_control&team=hazelmoor"
