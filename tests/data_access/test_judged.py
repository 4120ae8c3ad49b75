"""What may be said of many teams at once: the word of each core team, and what it could have shown."""

from __future__ import annotations

from math import isnan

from data_access.catalogue import catalogue
from data_access.judged import judged
from data_access.verdict_grid import verdict_grid
from data_access.viewer import NETWORK_LEAD
from tests.data_access.builder import Builder

FOUR = """
    {0} black 2025-01-01 200/400 - - 220/400 - - 240/400 - - 260/400
    {0} white 2025-01-01 280/400 - - 280/400 - - 280/400 - - 280/400
"""
ONE = """
    {0} black 2025-10-01 200/400
    {0} white 2025-10-01 280/400
"""


def told(made: Builder) -> list[tuple[str, float]]:
    made.keep()
    return list(judged(NETWORK_LEAD, catalogue(NETWORK_LEAD).measure("bp")))


def test_each_core_team_is_told_as_its_cell_is(made: Builder) -> None:
    for team_id in ("a", "b"):
        made.team(team_id)
        made.reports(FOUR.format(team_id))
    found = told(made)
    cells = verdict_grid(NETWORK_LEAD, ["a", "b"], ["bp"])
    assert found == [(cell.word, cell.detectable, cell.periods) for cell in cells.values()]


def test_own_measures_and_hidden_ones_are_not_among_them(made: Builder) -> None:
    made.team("own", standing="own")
    made.team("shy", terms={"visibility": "hidden"})
    for team_id in ("own", "shy"):
        made.reports(FOUR.format(team_id))
    assert told(made) == []


def test_a_team_without_a_line_could_have_shown_nothing(made: Builder) -> None:
    made.team("a")
    made.reports(ONE.format("a"))
    ((word, detectable, periods),) = told(made)
    assert word == "cannot_tell_yet"
    assert isnan(detectable) and periods == 1
