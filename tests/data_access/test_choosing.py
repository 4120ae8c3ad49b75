"""A member's choice: what is written, what the trail says, what pages read next, and who is refused."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select

from data_access import store
from data_access.accounts.actor import Actor
from data_access.accounts.tables import audit
from data_access.catalogue import catalogue
from data_access.choosing import choose
from data_access.engine import open_engine, writing
from data_access.kept_tables import keep_tables
from data_access.settling import differing, put_back_filed, set_visibility, settle
from data_access.store import store_version
from data_access.team_choices import Wanted, choices_of
from data_access.teams_together import kept_together
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.errors import NotOfTheTeam, StoreLocked
from tests.data_access.builder import Builder
from tests.data_access.choosing import NOW, visibility_of
from tests.data_access.folders import dump

MEMBER = Viewer("team_member", frozenset("a"))
ACTOR = Actor(MEMBER, None, "192.0.2.1")


@pytest.fixture
def three(made: Builder) -> Builder:
    """Three teams that report on bp; the first works on falls, too."""
    made.measure(measure_id="falls", name="Falls", position=2, number="count")
    for team_id, numerator in {"a": 20, "b": 30, "c": 45}.items():
        made.team(team_id)
        made.reports(
            f"""
            {team_id} black 2025-01-01 {" ".join([f"{numerator}/100"] * 12)}
            {team_id} white 2025-01-01 {" ".join(["60/100"] * 12)}
            """
        )
    made.team("a", "falls", standing="own")
    made.keep({"bp", "falls"})
    return made


def told(engine: Engine) -> list[tuple]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(select(audit.c.what, audit.c.about, audit.c.address).order_by(audit.c.number))]


def test_a_choice_holds_at_once_and_is_in_the_trail_with_old_and_new(three: Builder) -> None:
    before = store_version()
    assert choose(ACTOR, "a", Wanted({"bp": "coded", "falls": "hidden"}, shares_maturity=True), NOW) == 3
    found = choices_of(MEMBER, "a")
    assert [(one.visibility, one.chosen) for one in found.measures] == [("coded", "coded"), ("hidden", "hidden")] and found.shares_maturity
    assert store_version() == before + 1
    assert told(three.engine) == [
        ("visibility", "a bp network > coded, by a member", "192.0.2.1"),
        ("visibility", "a falls network > hidden, by a member", "192.0.2.1"),
        ("visibility", "a maturity levels kept > shared, by a member", "192.0.2.1"),
    ]


def test_a_second_choice_takes_the_place_of_the_first(three: Builder) -> None:
    choose(ACTOR, "a", Wanted({"bp": "coded"}, shares_maturity=True), NOW)
    assert choose(ACTOR, "a", Wanted({"bp": "network"}, shares_maturity=False), NOW) == 2
    assert not choices_of(MEMBER, "a").shares_maturity and visibility_of(three.engine, "a", "bp") == "network"
    assert [about for _, about, _ in told(three.engine)][-2:] == ["a bp coded > network, by a member", "a maturity levels shared > kept, by a member"]


def test_what_stands_already_and_what_the_team_does_not_work_on_change_nothing(three: Builder) -> None:
    version = store_version()
    assert choose(ACTOR, "a", Wanted({"bp": "network", "nothing": "hidden"}, shares_maturity=False), NOW) == 0
    assert (store_version(), told(three.engine)) == (version, [])
    assert dump(three.engine, "visibility_choice") == {"visibility_choice": []}


def test_a_choice_after_a_stricter_file_is_the_last_word(three: Builder) -> None:
    choose(ACTOR, "a", Wanted({"bp": "coded"}), NOW)
    with writing(three.engine) as connection:
        put_back_filed(connection)
        set_visibility(connection, "a", "bp", "hidden")
        settle(connection)
        keep_tables(connection, {"bp"})
        assert len(differing(connection)) == 1
    assert choices_of(MEMBER, "a").measures[0].is_overruled
    choose(ACTOR, "a", Wanted({"bp": "coded"}), NOW)
    assert visibility_of(three.engine, "a", "bp") == "coded" and not choices_of(MEMBER, "a").measures[0].is_overruled
    with writing(three.engine) as connection:
        assert differing(connection) == []


def test_what_teams_say_together_is_made_anew_as_a_load_would_make_it(three: Builder) -> None:
    bp = catalogue(NETWORK_LEAD).measure("bp")
    every = dump(three.engine, "teams_together")
    assert kept_together(NETWORK_LEAD, bp).inside.teams == 3
    choose(ACTOR, "a", Wanted({"bp": "hidden"}), NOW)
    assert kept_together(NETWORK_LEAD, bp).inside.teams == 2
    hidden = dump(three.engine, "teams_together")
    three.keep()
    assert dump(three.engine, "teams_together") == hidden
    choose(ACTOR, "a", Wanted({"bp": "network"}), NOW)
    assert dump(three.engine, "teams_together") == every


def test_a_measure_without_a_gap_has_nothing_that_teams_say_together(three: Builder) -> None:
    assert not catalogue(NETWORK_LEAD).measure("falls").has_gap
    choose(ACTOR, "a", Wanted({"falls": "hidden"}), NOW)
    assert [row[0] for row in dump(three.engine, "teams_together")["teams_together"]] == ["bp"]


def test_nobody_else_chooses_for_a_team(three: Builder) -> None:
    for viewer in (NETWORK_LEAD, Viewer("coach", coached=frozenset("a")), Viewer("team_member", frozenset("b")), Viewer("administrator")):
        with pytest.raises(NotOfTheTeam):
            choose(Actor(viewer, None, ""), "a", Wanted({"bp": "hidden"}), NOW)
    assert visibility_of(three.engine, "a", "bp") == "network" and told(three.engine) == []


def test_while_a_load_goes_on_nothing_is_chosen(three: Builder, store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    busy = open_engine(store_url)
    monkeypatch.setattr("data_access.door.READER_WAITS_MS", 50)
    store.connect(store_url)
    with writing(busy), pytest.raises(StoreLocked):
        choose(ACTOR, "a", Wanted({"bp": "hidden"}), NOW)
    busy.dispose()
    assert visibility_of(three.engine, "a", "bp") == "network"
