"""The frame that every page stands in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from data_access import store
from data_access.viewer import NETWORK_LEAD
from pages._frame import Asked, asked, card_outputs, chart_outputs, csv_url, frame_outputs, measure_badges, measure_choices, one_of, page_main, team_url
from tests.components.plain import every, text


@pytest.fixture(autouse=True)
def demo(demo_url: str) -> Iterator[None]:
    store.connect(demo_url)
    yield
    store.disconnect()


def ask(**query: object) -> Asked:
    return asked(NETWORK_LEAD, query)


def page(of: Asked, **more: object):
    given = {
        "question": "Is it so?",
        "eyebrow": "Three Rivers",
        "sentence": ["Yes."],
        "choices": measure_choices(of),
        "badges_shown": measure_badges(of, reference_label="all others", period="Q3 2026"),
        "cards": [],
    }
    return page_main("some", of, **{**given, **more})


def test_the_readers_team_is_found_by_its_id():
    assert ask(team="hazelmoor").team.name == "Hazelmoor Clinics"
    assert ask().team is None


def test_a_team_that_the_network_does_not_have_is_said_and_left_out():
    found = ask(team="nobody")
    assert (found.team, found.selection.team) == (None, "")
    assert "The link asks for team “nobody”" in str(found.faults[0])
    assert "role" in str(every(page(found), "Div")) and "nobody" in text(page(found))


@pytest.mark.parametrize(("said", "value", "faults"), [("size", "size", 0), ("rank", "name", 1), ("", "name", 0)])
def test_a_pages_own_word_is_one_of_its_choices_or_is_said(said, value, faults):
    found, told = one_of(ask(order=said), "order", ["name", "size"], "name")
    assert (found, len(told)) == (value, faults)


def test_the_measures_that_can_be_chosen_may_be_a_teams_own():
    of = ask()
    assert len(measure_choices(of)[0].options) > 2
    assert measure_choices(of, [of.measure])[0].options == ((of.measure.measure_id, of.measure.name),)


def test_what_was_chosen_can_be_taken_away_and_the_team_stays():
    of = ask(measure="preterm_birth", team="hazelmoor", find="amber")
    badges = {badge.name: badge.undo for badge in measure_badges(of, reference_label="all others", period="Q3 2026")}
    assert badges["Divided by"] is None and badges["Period"] is None
    assert badges["Measure"] == "?measure=bp_control&find=amber&team=hazelmoor"
    assert badges["Teams named"] == "?measure=preterm_birth&team=hazelmoor"
    assert [link.href for link in every(page(of), "A") if text(link) == "Reset"] == ["?team=hazelmoor"]


def test_where_nothing_was_chosen_there_is_nothing_to_reset():
    assert [link for link in every(page(ask()), "A") if text(link) == "Reset"] == []


def test_a_page_that_asks_nothing_has_no_place_for_choices():
    assert [part for part in every(page(ask(), choices=[], badges_shown=[]), "Div") if getattr(part, "className", "") == "asked"] == []


def test_what_changes_has_an_id_on_the_page():
    of = ask()
    ids = {part.id for kind in ("Div", "P", "Select") for part in every(page(of), kind) if getattr(part, "id", None)}
    assert {output.component_id for output in frame_outputs("some", ["measure", "stratifier", "group", "reference"])} <= ids
    assert [str(output) for output in card_outputs("some-card")] == ["some-card-head.content", "some-card-foot.content"]
    assert [str(output) for output in chart_outputs("some-chart")] == ["some-chart.figure"]


def test_a_page_is_read_from_where_it_stands_to_its_foot():
    words = text(page(ask(), crumbs=[("Network", "/"), ("Here", None)]))
    places = [words.index(part) for part in ("Synthetic", "Period", "Network", "Here", "Three Rivers", "Is it so?", "Yes.", "Data through")]
    assert places == sorted(places)


def test_every_page_can_be_presented():
    assert [button for button in every(page(ask()), "Button") if text(button) == "Present"] != []


def test_links_keep_the_question_and_the_team_and_escape_what_names_a_path():
    of = ask(measure="preterm_birth", team="hazelmoor", order="size")
    assert team_url("a/b", of.selection) == "/teams/a%2Fb?measure=preterm_birth&team=hazelmoor"
    assert team_url("a/b", of.selection, measure_id="bp_control") == "/teams/a%2Fb?measure=bp_control&team=hazelmoor"
    assert team_url("a/b", of.selection, measure_id="") == "/teams/a%2Fb?team=hazelmoor"
    assert team_url("a", ask().selection, measure_id="") == "/teams/a"
    assert csv_url("compare", "dots", of) == "/csv/compare/dots?measure=preterm_birth&team=hazelmoor&order=size"
    assert csv_url("team", "run", of, team_id="x&y").endswith("&team_id=x%26y")
