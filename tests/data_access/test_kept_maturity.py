"""The teams of a small network on a framework are computed once; those of a large one are asked for by themselves, and are the same."""

from __future__ import annotations

import pytest

from data_access import kept_maturity
from data_access.kept_maturity import every_team, some_teams
from data_access.viewer import NETWORK_LEAD
from tests.data_access.test_team_maturity import path  # noqa: F401  pytest finds a fixture by its name here


def test_teams_asked_for_by_themselves_are_those_that_are_kept(path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    kept = some_teams(NETWORK_LEAD, path, ["b", "a"])
    assert [team.team_id for team in kept] == ["b", "a"]
    assert every_team(NETWORK_LEAD, path) is every_team(NETWORK_LEAD, path)
    monkeypatch.setattr(kept_maturity, "WHOLE", 1)
    assert some_teams(NETWORK_LEAD, path, ["b", "a"]) == kept
    assert every_team(NETWORK_LEAD, path) is not every_team(NETWORK_LEAD, path)
