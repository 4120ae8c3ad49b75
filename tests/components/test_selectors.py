from __future__ import annotations

import dash_bootstrap_components as dbc
import pytest
from dash import html

from components.selectors import Badge, Choice, badges, choice_select, find_field, opener, pager, turning
from equity.selection import LONGEST_SEARCH
from tests.components.plain import every, plain, same, text

CHOICE = Choice("measure", "Measure", (("bp", "Blood pressure"), ("preterm", "Preterm birth")), "bp", ("group", "reference"))


def turned(page, pages, *, find="", total=30):
    return pager(page, pages, address_of=lambda number: f"/?page={number}", find=find, total=total, card_id="network-panels")


def test_a_choice_is_a_labelled_select_that_says_what_it_changes():
    options = [{"value": "bp", "label": "Blood pressure"}, {"value": "preterm", "label": "Preterm birth"}]
    expected = html.Div(
        [html.Label("Measure", htmlFor="network-measure"), dbc.Select(id="network-measure", options=options, value="bp")],
        className="choice",
        **{"data-choice": "measure", "data-clears": "group reference"},
    )
    assert same(choice_select(CHOICE, select_id="network-measure"), expected)


def test_a_filter_that_holds_by_default_cannot_be_taken_away():
    expected = html.Span([html.Span("Measure: ", className="badge-name"), "Blood pressure"], className="badge-fixed")
    assert same(badges([Badge("Measure", "Blood pressure", None)], reset=None), [expected])


def test_a_filter_that_was_chosen_can_be_taken_away_alone_or_with_all():
    words = html.Span([html.Span("Measure: ", className="badge-name"), "Preterm birth"])
    undo = html.A("×", href="/?a", className="remove", **{"data-soft": "true", "aria-label": "Remove the filter Measure: Preterm birth"})
    reset = html.A("Reset", href="/?", className="reset", **{"data-soft": "true"})
    assert same(badges([Badge("Measure", "Preterm birth", "/?a")], reset="/?"), [html.Span([words, undo], className="badge-set"), reset])


def test_where_one_page_holds_all_there_is_nothing_to_turn():
    assert turned(1, 1) == []


@pytest.mark.parametrize(
    ("page", "links"),
    [
        (1, [("Later teams", "/?page=2")]),
        (2, [("Earlier teams", "/?page=1"), ("Later teams", "/?page=3")]),
        (3, [("Earlier teams", "/?page=2")]),
    ],
)
def test_pages_are_turned_one_by_one(page, links):
    found = turned(page, 3)
    assert [(text(link), link.href) for link in every(found, "A")] == links
    assert text(found[1]) == f"30 teams, page {page} of 3"


def test_a_team_is_found_by_name():
    field = turned(1, 1, find="Ash", total=1)[0]
    search = dbc.Input(id="network-panels-find", type="search", value="Ash", debounce=True, maxLength=LONGEST_SEARCH)
    expected = html.Div(
        [html.Label("Find a team", htmlFor="network-panels-find"), search],
        className="choice",
        **{"data-choice": "find", "data-clears": "page", "data-turn": "network-panels"},
    )
    assert same(field, expected)


def test_teams_are_counted_with_commas():
    assert text(turned(1, 50, total=1200)[1]) == "1,200 teams, page 1 of 50"


def test_what_a_select_says_beside_it_is_said_again_only_where_there_is_no_room_for_the_select():
    (badge,) = badges([Badge("Measure", "Blood pressure", None, doubled=True)], reset=None)
    assert badge.className == "badge-fixed badge-doubled"


def test_what_there_is_no_room_for_unfolds_by_a_button():
    button = opener("Change", opens="network-choices").to_plotly_json()["props"]
    assert (button["aria-controls"], button["aria-expanded"], button["type"]) == ("network-choices", "false", "button")


def test_a_select_that_leaves_nothing_out_says_so_in_words():
    select = choice_select(Choice("sector", "Sector", (("", "All sectors"), ("clinic", "Clinic")), ""), select_id="teams-sector").children[1]
    assert (select.value, select.placeholder) == ("", "All sectors")


def test_a_team_is_found_without_turning_where_the_page_changes_in_parts():
    field = plain(find_field("river", "teams-directory"))["Div"]
    assert "data-turn" not in field
    assert (field["data-choice"], field["data-clears"]) == ("find", "page")
    assert field["children"][1]["Input"]["value"] == "river"


def test_pages_of_other_things_name_them():
    said = turning(2, 3, address_of=lambda number: f"?page={number}", total=70, noun="measures")
    assert [text(part) for part in said] == ["70 measures, page 2 of 3", "Earlier measures", "Later measures"]


def test_what_else_is_found_is_said_beside_the_field():
    assert text(find_field("", "measures", label="Find a word")) == "Find a word"


def test_what_may_be_looked_for_is_offered_while_one_types():
    field = find_field("", "measures", known=["Missed visits", "Baseline"])
    _, search, offers = field.children
    assert search.list == offers.id == "measures-known"
    assert [option.value for option in offers.children] == ["Missed visits", "Baseline"]
    assert len(find_field("", "measures").children) == 2
