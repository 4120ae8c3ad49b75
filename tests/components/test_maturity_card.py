from __future__ import annotations

import pytest
from dash import html

from components.maturity_card import level_words, maturity_table, wordings
from equity.maturity_profile import DomainProfile, MaturityProfile
from tests.components.plain import cells, every, same, text

DATA = DomainProfile("data", "Data", 2, 3, (1, 2, 0), (0, 1, 2), 2, 0)
LAW = DomainProfile("law", "Law", None, 1, (0, 0, 0), (3, 0, 0), 0, 1)


def test_a_row_a_domain_with_its_teams_by_level():
    table = maturity_table(MaturityProfile((DATA, LAW), (1, 2, 3), 3, None, None), caption="Path, version 2")
    assert cells(table) == [
        ["Domain", "Middle team then", "Middle team now", "Teams on level 1", "Teams on level 2", "Teams on level 3", "Teams up", "Teams down"],
        ["Data", "level 2", "level 3", "0", "1", "2", "2", "0"],
        ["Law", "not scored", "level 1", "3", "0", "0", "0", "1"],
    ]
    assert text(every(table, "Caption")) == "Path, version 2"


@pytest.mark.parametrize(("level", "words"), [(None, "not scored"), (0, "level 0"), (3, "level 3")])
def test_a_level_is_said_in_words(level, words):
    assert level_words(level) == words


def test_every_level_says_what_it_means():
    expected = html.Dl([html.Dt("Data, level 1, not started"), html.Dd("Nothing is counted.")], className="definition")
    assert same(wordings([("Data", 1, "Not started", "Nothing is counted.")]), [expected])
