from __future__ import annotations

from math import nan

import pytest
from dash import html

from components.compare_cards import (
    NO_TEAM,
    PeerRow,
    TableHead,
    TableRow,
    comparison_table,
    frame_class,
    framed,
    peers_list,
    peers_rule,
    plain_table,
)
from equity.peers import Peers
from tests.components.plain import every, text
from tests.equity.comparing import team_like

HEADS = [
    TableHead("Team", "?order=", is_order=True),
    TableHead("Sector"),
    TableHead("Setting", "?order=setting"),
    *(TableHead(words, is_amount=True) for words in ("People", "Rate", "Others", "Rate", "Gap", "Interval")),
    TableHead("Since the start"),
    TableHead("Verdict"),
]


def row(**changes):
    known = {
        "name": "Ash",
        "address": "/teams/ash",
        "sector": "Hospital",
        "setting": "",
        "people": "212",
        "others": "800",
        "focus_rate": "60.0%",
        "reference_rate": "70.0%",
        "gap": "10.0",
        "interval": "6.0 to 14.0",
        "course": (14.0, 10.0),
        "course_said": "From 14.0 points to 10.0 points",
        "word": "closing",
        "verdict_blank": None,
        "blank": None,
    }
    return TableRow(**(known | changes))


def table(*rows):
    return comparison_table("Blood pressure", HEADS, rows, (0.0, 14.0))


def test_a_row_has_a_cell_for_every_column():
    (found,) = every(table(row()), "Tr")[1:]
    words = [text(cell) for cell in found.children]
    assert words == ["Ash", "Hospital", "not said", "212", "60.0%", "800", "70.0%", "10.0", "6.0 to 14.0", "", "closing"]
    assert every(found, "A")[0].href == "/teams/ash"


def test_a_blank_stands_over_all_number_columns():
    (found,) = every(table(row(blank="not_reported", course=(nan,), word=None, verdict_blank="not_reported")), "Tr")[1:]
    cells = found.children
    assert [text(cell) for cell in cells] == ["Ash", "Hospital", "not said", "not reported", "no course yet", "not reported"]
    assert 3 + cells[3].colSpan + 2 == len(HEADS)


def test_mine_and_own_are_marked():
    mine, own = every(table(row(is_mine=True), row(name="Birch", is_own=True)), "Tr")[1:]
    assert (mine.className, own.className) == ("mine", None)
    assert text(own.children[0]) == "Birchown"


def test_only_name_size_and_setting_order_the_rows_and_nothing_can_be_sorted_by_the_gap():
    found = table(row())
    assert every(found, "Button") == []
    heads = every(found, "Th")[: len(HEADS)]
    assert [text(head) for head in heads if every(head, "A")] == ["Team", "Setting"]
    assert [getattr(head, "aria-sort", None) for head in heads[:3]] == ["other", None, None]


def test_a_plain_table_has_no_buttons_either():
    found = plain_table("Rates", ("Team", "Rate"), [("Ash", "60.0%")], amounts=(1,))
    assert every(found, "Button") == []
    assert [text(cell) for cell in (*every(found, "Th"), *every(found, "Td"))] == ["Team", "Rate", "Ash", "60.0%"]
    assert [cell.className for cell in every(found, "Td")] == ["amount"]


ASH = PeerRow("Ash", "/teams/ash", "hospital, urban", False, "?peers=ash")
BIRCH = PeerRow("Birch", "/teams/birch", "insurer", True, "?")


def test_peers_are_named_with_what_they_say_of_themselves_and_can_be_pinned_and_unpinned():
    list_, details = peers_list([ASH, BIRCH], [("Cedar", "?peers=cedar")])
    ash, birch = every(list_, "Li")
    assert (text(ash), text(birch)) == ("Ash hospital, urbanPin", "Birch insurerpinnedUnpin")
    assert [(link.href, getattr(link, "aria-label", None)) for link in every(ash, "A")] == [("/teams/ash", None), ("?peers=ash", "Pin Ash")]
    assert getattr(every(birch, "A")[1], "aria-label") == "Take the pin from Birch"
    assert text(details) == "Pin another teamCedar"
    assert getattr(every(details, "A")[0], "data-soft") == "true"


def test_without_peers_the_list_is_left_out_and_without_others_the_offer():
    (details,) = peers_list([], [("Cedar", "?peers=cedar")])
    assert text(details).startswith("Pin a team")
    assert peers_list([], []) == []


@pytest.mark.parametrize(
    ("peers", "pinned", "team", "words"),
    [
        (None, [], None, NO_TEAM),
        (None, ["Cedar"], None, f"{NO_TEAM} Pinned by you: Cedar."),
        (Peers((), (), ()), [], "Ash", "Fewer than 3 teams are like this one: nothing is compared."),
        (
            Peers(tuple(team_like(name) for name in "abc"), (("setting", "urban"),), ("sector",)),
            ["Cedar", "Dill"],
            "Ash",
            "Compared with three teams of the same setting (urban). Sector may differ: too few teams share that too. Pinned by you: Cedar and Dill.",
        ),
        (
            Peers(tuple(team_like(f"t{place:02}") for place in range(24)), (("sector", "Hospital"),), ()),
            [],
            "Ash",
            "Compared with 24 teams of the same sector (Hospital). The first 23 by name are shown.",
        ),
    ],
)
def test_the_rule_is_printed(peers, pinned, team, words):
    assert peers_rule(peers, pinned, team) == words


def test_a_chart_keeps_its_place_where_words_stand_for_it():
    drawn, said = framed("compare-dots", html.Div(), "Too few.")
    assert (drawn.id, drawn.className, said.id, text(said)) == ("compare-dots-frame", "chart gone", "compare-dots-words", "Too few.")
    shown, nothing = framed("compare-dots", html.Div(), "")
    assert (shown.className, nothing.children) == ("chart", [])
    assert (frame_class(""), frame_class("x")) == ("chart", "chart gone")
