"""What choices would not hide, read from how the other teams stand now."""

from __future__ import annotations

import pytest

from data_access.choice_risks import risks_of
from data_access.team_choices import Wanted
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.errors import NotOfTheTeam
from tests.data_access.builder import Builder
from tests.data_access.choosing import shared

MEMBER = Viewer("team_member", frozenset("a"))


def teams(made: Builder, *others: str, setting: str = "urban") -> None:
    """Team a, rural and seen by name on bp and on falls; then others by how they appear on bp."""
    made.measure(measure_id="falls", name="Falls", position=2)
    for measure_id in ("bp", "falls"):
        made.team("a", measure_id, setting="rural")
    for place, visibility in enumerate(others):
        made.team("bcdefg"[place], setting=setting, terms={"visibility": visibility})
    made.keep()


def kinds(**visibility: str) -> list[tuple[str, str]]:
    return [(risk.kind, risk.measure_id) for risk in risks_of(MEMBER, "a", Wanted(visibility))]


def test_the_only_rural_team_is_told_by_its_setting(made: Builder) -> None:
    teams(made, "coded", "coded", "network")
    (risk,) = risks_of(MEMBER, "a", Wanted({"bp": "coded"}))
    assert (risk.kind, risk.detail, risk.teams) == ("only_one", ("setting", "rural"), 3)


def test_one_more_rural_team_under_a_code_takes_the_warning_away(made: Builder) -> None:
    teams(made, "coded", "coded", setting="rural")
    assert kinds(bp="coded") == []


def test_hiding_among_teams_that_all_show_theirs_is_taken_from_the_total(made: Builder) -> None:
    teams(made, "network", "network")
    assert kinds(bp="hidden") == [("taken", "bp")]


def test_hidden_teams_and_codes_that_are_too_few_stand_between(made: Builder) -> None:
    teams(made, "network", "hidden", "coded")
    assert kinds(bp="hidden") == []
    assert kinds(bp="coded") == [("too_few", "bp")]


def test_an_own_measure_is_in_no_total(made: Builder) -> None:
    teams(made, "network")
    made.measure(measure_id="own", name="Own", position=3)
    made.team("a", "own", standing="own")
    made.keep()
    assert kinds(own="hidden", bp="hidden") == [("taken", "bp")]


def test_a_code_in_places_where_no_other_team_has_its_own_is_told_by_comparing_pages(made: Builder) -> None:
    teams(made, "coded", "coded", "coded", setting="rural")
    for team_id in "bcd":
        made.team(team_id, "falls", terms={"visibility": "coded"})
    made.keep()
    assert kinds(bp="coded") == [("same_code", "")]
    assert kinds(bp="coded", falls="coded") == []


def test_sharing_levels_takes_the_code_from_one_more_page(made: Builder) -> None:
    teams(made, "coded", "coded", setting="rural")
    assert risks_of(MEMBER, "a", Wanted({"bp": "coded"}, shares_maturity=True))[-1].teams == 0
    shared(made.engine, "b", "c")
    made.keep()
    assert risks_of(MEMBER, "a", Wanted({"bp": "coded"}, shares_maturity=True)) == ()
    assert [risk.kind for risk in risks_of(MEMBER, "a", Wanted({"bp": "coded"}))] == ["same_code"]


def test_nothing_wanted_and_being_seen_by_name_are_no_risk(made: Builder) -> None:
    teams(made, "network", "network")
    assert kinds() == kinds(bp="network") == []


def test_nobody_but_a_member_asks(made: Builder) -> None:
    teams(made, "network")
    with pytest.raises(NotOfTheTeam):
        risks_of(NETWORK_LEAD, "a", Wanted({"bp": "hidden"}))
