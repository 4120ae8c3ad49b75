"""How does our gap compare with our peers'? Whatever is asked, and whatever the network is like: no rank, no small number, no empty chart."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from dash import Dash
from flask.testing import FlaskClient

from tests.asking import CALLBACKS, by_id, components, found, notices_of, page_of, shown_version, text_of, update_question
from tests.data_access.builder import Builder

Written = Callable[..., tuple[Builder, FlaskClient]]
MINE, THEIRS = "How does our gap compare with our peers'?", "How do the teams' gaps compare?"
CARDS = ("dots", "funnel", "quadrant", "multiples", "peers", "table")
FILES = ("table", "funnel", "change", "peers-over-time", "peers")
NOT_WORDS = ("rank", "best", "worst", "because", "significant", "first place", "top ", "bottom")


def asked(client: FlaskClient, **query: str | int | list[str]) -> dict:
    return page_of(client, f"?{urlencode(query, doseq=True)}", "/compare")


def question(page: dict) -> str:
    return text_of(by_id(page, "question"))


def sentence(page: dict) -> str:
    return text_of(by_id(page, "compare-sentence"))


def title(page: dict, card: str) -> str:
    return text_of(by_id(page, f"compare-{card}-title"))


def figure(page: dict, card: str) -> dict:
    return by_id(page, f"compare-{card}-chart")["props"]["figure"]


def is_drawn(page: dict, card: str) -> bool:
    return "gone" not in by_id(page, f"compare-{card}-frame")["props"]["className"]


def dot_names(page: dict) -> list[str]:
    """The teams of the dots, in the order shown."""
    return figure(page, "dots")["data"][-2]["text"]


def table_rows(page: dict) -> list[list[str]]:
    return [[text_of(cell) for cell in row["props"]["children"]] for row in components(by_id(page, "compare-table-body")) if row["type"] == "Tr"][1:]


def names(page: dict) -> list[str]:
    return [cells[0].split("  ")[0].removesuffix(" own") for cells in table_rows(page)]


def options(page: dict, name: str) -> list[str]:
    return [option["value"] for option in by_id(page, f"compare-{name}")["props"]["options"]]


def badges(page: dict) -> list[str]:
    kinds = ("badge-set", "badge-fixed")
    return [text_of(one) for one in components(by_id(page, "compare-badges")) if one["props"].get("className") in kinds]


def links(part: object) -> dict[str, str]:
    return {text_of(one): one["props"]["href"] for one in components(part) if one["type"] == "A" and "href" in one["props"]}


def file_of(client: FlaskClient, name: str, **query: str | list[str]) -> list[dict[str, str]]:
    answer = client.get(f"/csv/compare/{name}?{urlencode(query, doseq=True)}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def write_teams(made: Builder, many: int, *, reporting: int | None = None, visibility: str = "network", standing: str = "core") -> None:
    """Teams t000, t001 and so on, of which so many report two quarters."""
    for place in range(many):
        made.team(f"t{place:03}", name=f"Team {place:03}", setting=("urban", "rural", "")[place % 3], standing=standing, terms={"visibility": visibility})
    lines = []
    for place in range(many if reporting is None else reporting):
        people = 100 + 3 * place
        for group, share in (("black", 0.5), ("white", 0.7)):
            cells = " ".join(f"{round(people * (share + 0.01 * month))}/{people}" for month in range(6))
            lines.append(f"t{place:03} {group} 2025-07-01 {cells}")
    made.reports("\n".join(lines))
    made.keep()


# --- my team and its network


def test_a_reader_with_a_team_is_told_how_it_stands(client: FlaskClient) -> None:
    page = asked(client, team="hazelmoor")
    assert question(page) == MINE
    assert sentence(page).startswith("Hazelmoor Clinics' gap")
    assert "the network's was" in sentence(page) and "If no team differed, about" in sentence(page)
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


def test_teams_stand_by_name_and_a_name_leads_to_its_page_with_the_same_question(client: FlaskClient) -> None:
    page = asked(client, team="hazelmoor", group="white")
    assert names(page) == sorted(names(page), key=str.lower) and len(names(page)) == 15
    assert links(by_id(page, "compare-table-body"))["Oxmeadow Health Center"] == "/teams/oxmeadow?measure=bp_control&group=white&team=hazelmoor"


def test_rows_can_be_ordered_by_size_or_setting_and_never_by_the_gap(client: FlaskClient) -> None:
    assert options(asked(client), "order") == ["", "size", "setting"]
    by_size = [int(cells[3].replace(",", "")) for cells in table_rows(asked(client, order="size")) if cells[3][:1].isdigit()]
    assert by_size == sorted(by_size, reverse=True)
    settings = [cells[2] for cells in table_rows(asked(client, order="setting"))]
    assert settings == sorted(settings)
    assert any("by setting" in badge for badge in badges(asked(client, order="setting")))
    body = by_id(asked(client), "compare-table-body")
    assert not any(one["type"] == "Button" for one in components(body))
    assert set(links(body)) & {"Team", "Setting", "Black patients", "Gap, points", "Verdict"} == {"Team", "Setting", "Black patients"}


def test_a_team_that_does_not_work_on_the_measure_says_so_in_dots_and_table(client: FlaskClient) -> None:
    page = asked(client)
    assert "does not apply" in [one["text"] for one in figure(page, "dots")["layout"]["annotations"]]
    assert any("does not apply" in cells for cells in table_rows(page))


def test_the_verdict_is_the_kept_one_for_the_gap_of_record_and_the_trends_own_for_another(client: FlaskClient) -> None:
    assert {cells[-1] for cells in table_rows(asked(client))} >= {"closing", "widening", "cannot tell yet"}
    other = table_rows(asked(client, group="white"))
    assert all(cells[-1] for cells in other)
    assert "gaps of" in text_of(by_id(asked(client, group="white"), "compare-table-head"))


# --- peers and pins


def test_peers_come_with_their_rule_and_can_be_pinned(client: FlaskClient) -> None:
    page = asked(client, team="hazelmoor")
    assert "Compared with" in text_of(by_id(page, "compare-peers-head"))
    pins = [link for link in components(by_id(page, "compare-peers-body")) if str(link["props"].get("aria-label", "")).startswith("Pin ")]
    pin = next(link["props"]["href"] for link in pins if link["props"]["aria-label"] == "Pin Dunmarrow Hospital")
    assert pin == "?measure=bp_control&team=hazelmoor&peers=dunmarrow"
    pinned = page_of(client, pin, "/compare")
    assert "Pinned by you: Dunmarrow Hospital." in text_of(by_id(pinned, "compare-peers-head"))
    assert "Dunmarrow Hospital" in [trace["name"] for trace in figure(pinned, "multiples")["data"]]
    (unpin,) = [link["props"]["href"] for link in components(pinned) if link["props"].get("aria-label") == "Take the pin from Dunmarrow Hospital"]
    assert unpin == "?measure=bp_control&team=hazelmoor"


def test_my_peers_and_pins_alone_may_be_shown(client: FlaskClient) -> None:
    page = asked(client, team="hazelmoor", peers=["dunmarrow", "oxmeadow"], view="peers")
    assert {"Hazelmoor Clinics", "Dunmarrow Hospital", "Oxmeadow Health Center"} <= set(names(page))
    assert len(names(page)) < 15
    assert any("my peers and pins" in badge for badge in badges(page))
    assert any("Dunmarrow Hospital, Oxmeadow Health Center" in badge for badge in badges(page))
    assert "peers" in options(page, "view")


def test_without_peers_there_is_no_such_choice(client: FlaskClient) -> None:
    page = asked(client, view="peers")
    assert options(page, "view") == [""]
    assert len(notices_of(page)) == 1
    assert len(names(page)) == 15


def test_oneself_is_no_peer(client: FlaskClient) -> None:
    page = asked(client, team="hazelmoor", peers="hazelmoor")
    assert "Pinned" not in text_of(by_id(page, "compare-peers-head"))
    assert notices_of(page) == []


@pytest.mark.parametrize(
    ("name", "value"), [("peers", "nobody"), ("order", "gap"), ("order", "worst"), ("view", "nonsense"), ("team", "nobody"), ("page", "7"), ("reference", "x")]
)
def test_a_value_that_is_no_choice_gets_a_notice(client: FlaskClient, name: str, value: str) -> None:
    page = asked(client, **{name: value})
    assert len(notices_of(page)) == 1
    assert sentence(page)
    assert len(names(page)) == 15


# --- measures of every kind


def test_own_measures_are_marked_and_never_pooled(client: FlaskClient) -> None:
    page = asked(client, measure="childhood_vaccines", team="amberford")
    assert sentence(page).startswith("Amberford County Health's gap stands for itself.")
    assert "there is no network value" in sentence(page)
    assert any(name.endswith(", own</b>") for name in dot_names(page))
    assert not is_drawn(page, "funnel")
    assert not any("network" in one["text"] for one in figure(page, "dots")["layout"]["annotations"])
    assert any(cells[0].endswith("own") for cells in table_rows(page))


def test_core_and_own_teams_may_stand_side_by_side_and_are_kept_apart(written: Written) -> None:
    made, client = written()
    write_teams(made, 5)
    made.team("own", name="Zest", standing="own")
    made.reports("own black 2025-10-01 40/100 40/100 40/100\nown white 2025-10-01 80/100 80/100 80/100")
    made.keep()
    page = asked(client)
    assert "Diamond: teams that chose the measure for themselves are marked “own”." in text_of(by_id(page, "compare-dots-head"))
    assert "of five" in sentence(page)
    assert "not compared: own measure" in text_of(by_id(page, "compare-funnel-foot"))


@pytest.mark.parametrize("reference", ["others", "overall", "best", "white"])
def test_every_reference_gives_a_page(client: FlaskClient, reference: str) -> None:
    page = asked(client, reference=reference, team="hazelmoor")
    assert notices_of(page) == []
    assert is_drawn(page, "dots")


def test_a_reference_that_there_is_not_falls_back_with_a_notice(written: Written) -> None:
    made, client = written()
    write_teams(made, 4, reporting=0)
    page = asked(client, reference="best")
    assert len(notices_of(page)) == 1
    assert by_id(page, "compare-reference")["props"]["value"] == "overall"


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


def test_a_neutral_measure_has_no_better_corner(written: Written) -> None:
    made, client = written()
    made.measure(measure_id="neutral", improvement_direction="neutral")
    for place in range(4):
        made.team(f"t{place}", "neutral", name=f"Team {place}")
        made.reports(
            f"t{place} black 2025-01-01 20/100 20/100 20/100 30/100 30/100 30/100\nt{place} white 2025-01-01 50/100 50/100 50/100 50/100 50/100 50/100",
            measure_id="neutral",
        )
    made.keep(["neutral"])
    page = asked(client, measure="neutral")
    assert "Higher, smaller gap" in [one["text"] for one in figure(page, "quadrant")["layout"]["annotations"]]


def test_a_rate_per_1_000_has_a_funnel_too(written: Written) -> None:
    made, client = written()
    made.measure(measure_id="deaths", number="rate", improvement_direction="lower", multiplier=1000, people="births", meaningful_change=1.0)
    for place in range(5):
        made.team(f"t{place}", "deaths", name=f"Team {place}")
        made.reports(
            f"t{place} black 2025-07-01 1{place}/1000 15/1000 14/1000\nt{place} white 2025-07-01 11/2000 12/2000 13/2000", measure_id="deaths", number="rate"
        )
    made.keep(["deaths"])
    page = asked(client, measure="deaths")
    assert is_drawn(page, "funnel")
    assert "per 1,000" in text_of(by_id(page, "compare-funnel-foot"))


# --- networks of every kind


@pytest.mark.parametrize(("reporting", "withheld"), [(0, True), (1, True), (3, True), (4, False)])
def test_with_fewer_than_three_reporting_teams_besides_my_own_nothing_is_compared(written: Written, reporting: int, withheld: bool) -> None:
    made, client = written()
    write_teams(made, 6, reporting=reporting)
    page = asked(client, team="t000")
    assert sentence(page).startswith("This comparison is withheld.") is withheld
    assert [is_drawn(page, card) for card in ("dots", "funnel")] == [not withheld] * 2
    if withheld:
        rows = table_rows(page)
        assert {len(cells) for cells in rows} == {4}
        assert not any(character.isdigit() for cells in rows for character in cells[3])
        assert not any("CSV" in text_of(by_id(page, f"compare-{card}-foot")) for card in ("dots", "funnel", "quadrant", "table"))
        assert file_of(client, "table", team="t000") == file_of(client, "funnel", team="t000") == []


def test_all_hidden_is_withheld_and_says_hidden(written: Written) -> None:
    made, client = written()
    write_teams(made, 5, visibility="hidden")
    page = asked(client)
    assert sentence(page).startswith("This comparison is withheld. ")
    assert {cells[3] for cells in table_rows(page)} == {"hidden"}


def test_one_team_alone(written: Written) -> None:
    made, client = written()
    write_teams(made, 1)
    page = asked(client, team="t000")
    assert "No other teams have a gap to show" in sentence(page)


def test_nobody_works_on_it_and_nothing_is_due(written: Written) -> None:
    made, client = written()
    made.keep()
    page = asked(client)
    assert sentence(page).startswith("This comparison is withheld.   No teams have a gap to show")
    assert names(page) == []


def test_my_team_may_have_no_gap_while_the_others_are_compared(written: Written) -> None:
    made, client = written()
    write_teams(made, 6, reporting=5)
    page = asked(client, team="t005")
    assert sentence(page).startswith("Team 005 has no gap to compare in Q4 2025.")
    assert is_drawn(page, "dots")


def test_more_than_sixty_teams_come_page_by_page_and_one_is_found_by_name(written: Written) -> None:
    made, client = written()
    write_teams(made, 70)
    page = asked(client)
    assert len(names(page)) == len(dot_names(page)) == 24
    assert "70 teams, page 1 of 3" in text_of(by_id(page, "compare-dots-pager"))
    # All of them are held against each other all the same.
    assert len(figure(page, "funnel")["data"][-1]["x"]) == 70
    later = links(by_id(page, "compare-dots-pager"))["Later teams"]
    assert later == "/compare?measure=bp&page=2#compare-dots"
    assert names(asked(client, page=2))[0] == "Team 024"
    assert names(asked(client, find="team 06", order="setting"))[0] == "Team 061"
    assert len(names(asked(client, find="nobody"))) == 0
    assert not is_drawn(asked(client, find="nobody"), "dots")


def test_teams_without_a_baseline_of_their_own_are_measured_from_their_first_period(written: Written) -> None:
    made, client = written()
    write_teams(made, 64)
    assert len(figure(asked(client), "quadrant")["data"][-1]["x"]) == 64


def test_teams_with_a_baseline_are_measured_from_it_in_a_large_network(written: Written) -> None:
    made, client = written()
    write_teams(made, 62, reporting=0)
    lines = []
    for place in range(62):
        for group, first, last in (("black", 50, 60), ("white", 70, 72)):
            lines.append(
                f"t{place:03} {group} 2025-01-01 {first}/100 {first}/100 {first}/100 - - - {last}/100 {last}/100 {last}/100 {last}/100 {last}/100 {last}/100"
            )
    made.reports("\n".join(lines))
    made.keep()
    from_terms(made)
    page = asked(client)
    # 20 points at the baseline, 12 now
    assert set(figure(page, "quadrant")["data"][-1]["x"]) == {-8}


def from_terms(made: Builder) -> None:
    """Every team has the first quarter as its baseline."""
    with made.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE team_measure SET baseline_from = '2025-01-01', baseline_to = '2025-03-31'")
    made.keep()


def test_more_than_three_hundred_teams_are_compared_page_by_page(written: Written) -> None:
    made, client = written()
    write_teams(made, 305, reporting=60)
    page = asked(client, team="t030")
    assert "305 teams, page 1 of 13" in text_of(by_id(page, "compare-dots-pager"))
    # My team stands before the page's own.
    assert names(page)[:2] == ["Team 030", "Team 000"] and len(names(page)) == 25
    assert options(page, "order") == ["", "setting"]
    assert names(asked(client, page=2))[0] == "Team 024"
    assert names(asked(client, team="t001"))[:2] == ["Team 000", "Team 001"]
    assert len(notices_of(asked(client, order="size"))) == 1
    assert {cells[2] for cells in table_rows(asked(client, order="setting"))} == {"rural"}


# --- addresses, updates, files


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
    assert text_of(sent["compare-sentence"]["children"]) == sentence(page)
    assert sent["compare-dots-chart"]["figure"] == figure(page, "dots")
    assert sent["compare-funnel-frame"]["className"] == by_id(page, "compare-funnel-frame")["props"]["className"]
    assert text_of(sent["compare-table-body"]["children"]) == text_of(by_id(page, "compare-table-body")["props"]["children"])


@pytest.mark.parametrize("name", FILES)
def test_every_file_has_rows_that_say_what_they_are_of(client: FlaskClient, name: str) -> None:
    rows = file_of(client, name, team="hazelmoor", peers="dunmarrow")
    assert rows
    assert {(row["measure_shown"], row["group_in_focus"], row["period_compared"], row["data"]) for row in rows} == {
        ("bp_control", "black", "Q3 2026", "synthetic demonstration data")
    }


def test_the_file_holds_what_the_table_shows(client: FlaskClient) -> None:
    shown = {cells[0]: cells for cells in table_rows(asked(client))}
    rows = {row["team"]: row for row in file_of(client, "table")}
    assert set(rows) == set(shown)
    for name, row in rows.items():
        if row["gap"]:
            assert shown[name][7] == f"{float(row['gap']):.1f}".replace("-", "−")
            assert shown[name][3] == f"{int(row['focus_denominator']):,}"


def test_no_number_of_one_to_ten_people_leaves(client: FlaskClient) -> None:
    for measure in ("bp_control", "preterm_birth", "real_complete", "childhood_vaccines"):
        for row in file_of(client, "table", measure=measure):
            counts = [row[f"{side}_{part}"] for side in ("focus", "reference") for part in ("numerator", "denominator")]
            assert not any(value and 0 < int(value) < 11 for value in counts)
