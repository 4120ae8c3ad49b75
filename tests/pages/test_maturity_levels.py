"""Squares by level: one framework alone or two beside each other, bars where teams are many, and nothing of fewer than five teams."""

from __future__ import annotations

import sys

import pytest
from flask.testing import FlaskClient

from tests.asking import by_id, page_of
from tests.components.plain import every, text
from tests.pages.maturing import READER, Written, asked, laid_out, network, part, sentence


def test_one_framework_stands_alone_and_two_beside_each_other(client: FlaskClient, written: Written) -> None:
    def spans(page: dict) -> list[str]:
        return [by_id(page, f"maturity-{card}")["props"]["className"] for card in ("levels", "beside")]

    assert spans(asked(client)) == ["card span-6", "card span-6"]
    _, alone = network(written, 5, ["Within", "Together", "Money"])
    assert spans(asked(alone)) == ["card", "card gone"]


@pytest.mark.parametrize(("many", "withheld"), [(1, True), (4, True), (5, False)])
def test_levels_of_fewer_than_five_teams_are_for_the_lead_alone(written: Written, many: int, withheld: bool) -> None:
    _, client = network(written, many, ["Within", "Together", "Money"])
    assert "moved up" in sentence(asked(client))
    page = laid_out(client, READER)
    said = text(page)
    assert ("Too few teams were scored to show their levels." in text(part(page, "maturity-sentence"))) is withheld
    assert ("left out: of fewer than five each could be guessed." in said) is withheld
    assert ("fewer than five teams" in text(part(page, "maturity-levels-body"))) is withheld
    assert len(every(part(page, "maturity-heat-body"), "Tr")) == (0 if withheld else many + 1)


def test_withheld_counts_are_in_no_file(written: Written) -> None:
    _, client = network(written, 4, ["Within", "Together", "Money"])
    assert page_of(client)
    page = sys.modules["pages.maturity"]
    for name in ("levels", "radar", "heat", "raters"):
        listing = page.FILES[name](READER, {})
        blanks = [row[listing.head.index("blank")] for row in listing.rows]
        assert set(blanks) <= {"hidden"}, name
        assert all(value is None for row in listing.rows for head, value in zip(listing.head, row, strict=True) if head.startswith(("teams_", "median")))
