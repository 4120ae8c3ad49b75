"""How does our gap compare with our peers'? Whatever is asked, and whatever the network is like: no rank, no small number, no empty chart."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from dash import Dash
from flask.testing import FlaskClient

from tests.asking import CALLBACKS, by_id, components, found, held_in, inside, shown_version, text_of, update_question
from tests.pages.comparing import Written, asked, dot_names, figure, file_of, is_drawn, question, sentence, table_rows, title, write_teams

MINE, THEIRS = "How does our gap compare with our peers'?", "How do the teams' gaps compare?"
CARDS = ("dots", "funnel", "quadrant", "multiples", "peers", "table")
FILES = ("table", "funnel", "change", "peers-over-time", "peers")
NOT_WORDS = ("rank", "best", "worst", "because", "significant", "first place", "top ", "bottom")


def test_a_reader_with_a_team_is_told_how_it_stands(client: FlaskClient) -> None:
    page = asked(client, team="hazelmoor")
    assert question(page) == MINE
    assert sentence(page).startswith("Hazelmoor Clinics' gap")
    assert "the network's was" in sentence(page) and "If no team differed, at most about" in sentence(page)
    assert "<b>Hazelmoor Clinics</b>" in dot_names(page)
    (mine,) = [row for row in components(by_id(page, "compare-table-body")) if row["props"].get("className") == "mine"]
    assert text_of(mine).startswith("Hazelmoor Clinics")
    assert title(page, "multiples") == "Hazelmoor Clinics among its peers since the start"


def test_a_reader_without_a_team_is_told_of_all_and_invited_to_choose(client: FlaskClient) -> None:
    page = asked(client)
    assert question(page) == THEIRS
    assert not found(page, id="compare-multiples-chart")
    assert "Choose your team" in text_of(by_id(page, "compare-multiples"))
    assert "Choose your team" in text_of(by_id(page, "compare-peers"))
    assert not any(row["props"].get("className") == "mine" for row in components(page))


def test_every_card_has_a_title_and_every_chart_a_table_and_a_file(client: FlaskClient) -> None:
    page = asked(client, team="hazelmoor")
    assert all(title(page, card) for card in CARDS)
    for card in ("dots", "funnel", "quadrant", "multiples"):
        foot = by_id(page, f"compare-{card}-foot")
        assert "Table" in text_of(foot) and "CSV" in text_of(foot)


def test_no_word_ranks_or_blames(client: FlaskClient) -> None:
    for query in ({"team": "hazelmoor"}, {}, {"measure": "childhood_vaccines", "team": "amberford"}, {"measure": "severe_morbidity"}):
        said = text_of(by_id(asked(client, **query), "main")).lower().replace("there are no ranks here", "")
        said = said.replace("the best-off group", "").replace("best-off", "")
        assert [word for word in NOT_WORDS if word in said] == []


def test_own_measures_are_marked_and_never_pooled(client: FlaskClient) -> None:
    page = asked(client, measure="childhood_vaccines", team="amberford")
    assert sentence(page).startswith("Amberford County Health's gap stands for itself.")
    assert "there is no network value" in sentence(page)
    assert any(name.endswith(", own</b>") for name in dot_names(page))
    assert not is_drawn(page, "funnel")
    assert not any("network" in one["text"] for one in figure(page, "dots")["layout"]["annotations"])
    assert any(cells[0].endswith("own") for cells in table_rows(page))


def test_a_measure_on_the_ratio_has_ratios(written: Written) -> None:
    made, client = written()
    made.measure(measure_id="ratio", scale="ratio", improvement_direction="lower", meaningful_change=0.2)
    for place in range(5):
        made.team(f"t{place}", "ratio", name=f"Team {place}", terms={"focus_group": "hispanic", "focus_stratifier_id": "race"} if place == 4 else None)
        lines = (
            f"t{place} black 2025-07-01 30/100 3{place}/100 30/100\nt{place} white 2025-07-01 20/100 20/100 20/100\nt{place} hispanic 2025-07-01 2{place}/100"
        )
        made.reports(lines, measure_id="ratio")
    made.keep(["ratio"])
    page = asked(client, measure="ratio", team="t1")
    assert "times" in sentence(page)
    assert "on a log scale" in text_of(by_id(page, "compare-dots-head"))
    assert "Ratio" in text_of(by_id(page, "compare-table-body"))
    assert title(page, "multiples") == "Team 1 among its peers since the start"


def test_my_team_may_have_no_gap_while_the_others_are_compared(written: Written) -> None:
    made, client = written()
    write_teams(made, 6, reporting=5)
    page = asked(client, team="t005")
    assert sentence(page).startswith("Team 005 has no gap to compare in Q4 2025.")
    assert is_drawn(page, "dots")


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"team": "hazelmoor"},
        {"measure": "preterm_birth"},
        {"measure": "severe_morbidity", "team": "copperlea"},
        {"order": "size", "view": "peers", "team": "oxmeadow", "peers": "elmstead"},
    ],
)
def test_a_choice_brings_what_the_page_would_show(app: Dash, client: FlaskClient, query: dict[str, str]) -> None:
    page = asked(client, **query)
    search = f"?{urlencode(query)}"
    answer = client.post(CALLBACKS, json=update_question(app, search, version=shown_version(page), path="/compare", page="compare"))
    assert answer.status_code == 200
    sent = answer.json["response"]
    assert text_of(held_in(sent["compare-sentence"])) == sentence(page)
    assert sent["compare-dots-chart"]["figure"] == figure(page, "dots")
    assert sent["compare-funnel-frame"]["className"] == by_id(page, "compare-funnel-frame")["props"]["className"]
    assert held_in(sent["compare-table-body"]) == inside(by_id(page, "compare-table-body"))


@pytest.mark.parametrize("name", FILES)
def test_every_file_has_rows_that_say_what_they_are_of(client: FlaskClient, name: str) -> None:
    rows = file_of(client, name, team="hazelmoor", peers="dunmarrow")
    assert rows
    assert {(row["measure_shown"], row["group_in_focus"], row["period_compared"], row["data"]) for row in rows} == {
        ("bp_control", "black", "Q3 2026", "synthetic demonstration data")
    }
