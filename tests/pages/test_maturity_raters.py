"""Where raters differ: counted by domain, named to the lead, drawn for the reader's own team."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.asking import by_id, text_of
from tests.pages.maturing import TEAM, asked, figure


def test_disagreements_are_counted_by_domain_and_named_to_the_lead(client: FlaskClient) -> None:
    body = text_of(by_id(asked(client), "maturity-raters-body"))
    assert "Leading for Equity 5 of 15" in body
    assert "Copperlea Hospital" in body
    own = asked(client, team=TEAM)
    assert "raters stand two levels apart or more on “Leading for Equity”" in text_of(by_id(own, "maturity-raters-body"))
    assert "two raters in each domain" in text_of(by_id(own, "maturity-raters-head"))
    assert any("2 apart" in one["text"] for one in figure(own, "raters-chart")["layout"]["annotations"])
