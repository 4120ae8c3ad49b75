"""Are we closing our gaps? Every question that an address can ask gets a page, whatever the network is like."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from dash import Dash
from flask.testing import FlaskClient

from data_access import schema
from data_access.viewer import NETWORK_LEAD
from equity.blanks import HIDDEN, NOT_APPLICABLE, NOT_DUE, NOT_REPORTED, WORDS
from tests.asking import by_id, components, found, notices_of, page_of, panel_teams, text_of
from tests.data_access.builder import Builder

Written = Callable[..., tuple[Builder, FlaskClient]]
CHOICES = ("measure", "stratifier", "group", "reference")
SQL = "' OR 1=1; DROP TABLE team; --"
HOSTILE = [
    "nonsense",
    "",
    " ",
    "BP_CONTROL",
    "bp_control ",
    SQL,
    "<script>alert(1)</script>",
    "\0",
    "\x1b[31m",
    "é" * 50,
    "\u202e",
    "😀",
    "x" * 10_000,
    "../..",
    "1",
    "{}",
]
MEASURES = ("bp_control", "preterm_birth", "real_complete", "diabetes_poor", "childhood_vaccines", "severe_morbidity", "depression_followup", "missed_visits")


def choices_of(page: dict, name: str) -> list[str]:
    return [option["value"] for option in by_id(page, f"network-{name}")["props"]["options"]]


def asked(client: FlaskClient, **query: str | list[str]) -> dict:
    """The page for this query."""
    return page_of(client, f"?{urlencode(query, doseq=True)}")


def is_whole(page: dict) -> bool:
    """True for the page itself, with its sentence; not for one that excuses itself."""
    return text_of(by_id(page, "question")) == "Are we closing our gaps?" and text_of(by_id(page, "network-sentence")) != ""


@pytest.mark.parametrize(("name", "value"), [("measure", value) for value in HOSTILE] + [(name, value) for name in CHOICES[1:] for value in HOSTILE[:4]])
def test_a_value_that_is_no_choice_gets_a_notice_with_the_choices(client: FlaskClient, name: str, value: str) -> None:
    page = asked(client, **{name: value})
    (said,) = notices_of(page)
    assert is_whole(page)
    assert f"The link asks for {name}" in said
    assert all(choice in said for choice in choices_of(page, name)[:12])
    assert f"Shown instead: {by_id(page, f'network-{name}')['props']['value']}." in said
    assert len(said) < 600


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_made_twice_gets_a_notice(client: FlaskClient, name: str) -> None:
    choice = choices_of(page_of(client), name)[1]
    page = asked(client, **{name: [choice, choice]})
    assert is_whole(page)
    assert len(notices_of(page)) == 1


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "²", "٣", "x", "", "2", "99", "9" * 400, SQL])
def test_a_page_that_is_not_there_gets_a_notice_and_the_nearest(client: FlaskClient, value: str) -> None:
    page = asked(client, page=value)
    assert is_whole(page)
    assert len(notices_of(page)) == 1
    assert len(panel_teams(page)) == 15


@pytest.mark.parametrize("value", ["", " ", "\0", ["amber", "brook"]])
def test_a_search_for_nothing_or_for_two_things_gets_a_notice_and_every_team(client: FlaskClient, value: str | list[str]) -> None:
    page = asked(client, find=value)
    assert len(notices_of(page)) == 1
    assert len(panel_teams(page)) == 15


@pytest.mark.parametrize("value", ["zzz", "%", "_", "\\", "é", SQL, "x" * 10_000, "😀" * 70])
def test_a_search_that_finds_nobody_shows_nobody_and_keeps_its_field(client: FlaskClient, value: str) -> None:
    page = asked(client, find=value)
    assert is_whole(page)
    assert panel_teams(page) == []
    assert by_id(page, "network-panels-find")["props"]["value"] == value[:60]
    assert "0 teams" in text_of(by_id(page, "network-panels"))


def test_a_search_is_a_badge_that_can_be_taken_away(client: FlaskClient) -> None:
    badges = by_id(asked(client, find="amber", measure="preterm_birth"), "network-badges")
    assert "“amber”" in text_of(badges)
    hrefs = [one["props"]["href"] for one in found(badges, className="remove") if "amber" in one["props"]["aria-label"]]
    assert hrefs == ["?measure=preterm_birth"]


@pytest.mark.parametrize("name", ["utm_source", "measure[]", "MEASURE", "viewer", "query", "self", "cls", "path_template", "__class__", "", "\0", "x" * 5000])
def test_an_unknown_parameter_changes_nothing(client: FlaskClient, name: str) -> None:
    assert asked(client, **{name: SQL}) == page_of(client)


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_can_be_divided_in_every_way(client: FlaskClient, measure: str) -> None:
    for stratifier in choices_of(asked(client, measure=measure), "stratifier"):
        page = asked(client, measure=measure, stratifier=stratifier)
        assert is_whole(page)
        assert notices_of(page) == []
        assert by_id(page, "network-stratifier")["props"]["value"] == stratifier


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("reference", ["others", "overall", "best"])
def test_every_measure_can_be_compared_with_others_everybody_and_the_best_off(client: FlaskClient, measure: str, reference: str) -> None:
    page = asked(client, measure=measure, reference=reference)
    assert is_whole(page)
    if by_id(page, "network-reference")["props"]["value"] != reference:
        assert (reference, len(notices_of(page))) == ("best", 1)


def test_every_group_can_be_compared_with_every_other(client: FlaskClient) -> None:
    for group in choices_of(page_of(client), "group"):
        references = choices_of(asked(client, group=group), "reference")
        assert group not in references
        for reference in references:
            page = asked(client, group=group, reference=reference)
            assert is_whole(page)
            assert notices_of(page) == []
            assert by_id(page, "network-reference")["props"]["value"] == reference


def test_a_group_compared_with_itself_gets_a_notice(client: FlaskClient) -> None:
    group = by_id(page_of(client), "network-group")["props"]["value"]
    assert "The link asks for reference" in notices_of(asked(client, group=group, reference=group))[0]


@pytest.mark.parametrize("query", [{}, {"measure": ["preterm_birth"]}, {"stratifier": ["payer"], "reference": ["best"]}, {"measure": [SQL]}, {"find": ["zzz"]}])
def test_an_update_has_a_value_for_every_output_and_the_same_as_the_page(app: Dash, client: FlaskClient, registered: dict, query: dict) -> None:
    values = registered["update"](NETWORK_LEAD, query)
    page = asked(client, **query)
    assert len(values) == len(registered["outputs"])
    for value, output in zip(values, registered["outputs"], strict=True):
        if isinstance(output.component_id, dict):
            assert list(value) == panel_teams(page)
        elif output.component_property == "content":
            assert text_of(plain(value)) == text_of(by_id(page, output.component_id))
        else:
            assert plain(value) == by_id(page, output.component_id)["props"][output.component_property]


def plain(value: object) -> object:
    """Components as they are sent."""
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    if hasattr(value, "to_plotly_json"):
        return plain(value.to_plotly_json())
    return value


def test_every_component_that_a_callback_names_stands_on_the_page(app: Dash, client: FlaskClient, registered: dict) -> None:
    page = page_of(client)
    ids = [one["props"]["id"] for one in components(page) if "id" in one["props"]]
    kinds = {one["type"] for one in ids if isinstance(one, dict)}
    for output in registered["outputs"]:
        known = output.component_id["type"] in kinds if isinstance(output.component_id, dict) else output.component_id in ids
        assert known
    assert "shown" in ids


def test_no_id_stands_twice(client: FlaskClient) -> None:
    ids = [str(one["props"]["id"]) for one in components(page_of(client)) if "id" in one["props"]]
    assert sorted(ids) == sorted(set(ids))


def test_no_chart_has_a_button_that_sends_its_data_away(client: FlaskClient) -> None:
    graphs = [one["props"] for one in components(page_of(client)) if one["type"] == "Graph"]
    assert len(graphs) == 15 + 4
    for graph in graphs:
        assert (graph["config"]["showSendToCloud"], graph["config"]["displayModeBar"], graph["config"]["plotlyServerURL"]) == (False, False, "")
        assert graph["figure"]["layout"]["height"] > 0


def test_every_chart_is_named_by_words_that_stand_on_the_page(client: FlaskClient) -> None:
    page = page_of(client)
    charts = found(page, role="img")
    said = [text_of(by_id(page, chart["props"]["aria-labelledby"])) for chart in charts]
    assert len(charts) == 15 + 4
    assert all(len(words) > 20 for words in said)


@pytest.mark.parametrize("search", ["", "?measure=preterm_birth&stratifier=payer", "?measure=missed_visits"])
def test_the_page_states_period_comparison_suppression_source_and_load(client: FlaskClient, search: str) -> None:
    page = page_of(client, search)
    badges, whole = text_of(by_id(page, "network-badges")), text_of(page)
    assert "Period:" in badges
    assert " to " in badges
    assert "Compared with:" in badges
    assert "Small numbers are hidden and the rest is rounded. A team sees its own whole." in whole
    assert "Data through" in whole
    assert "Team reports, load 2." in whole
    assert "Synthetic demonstration data. No real team is shown." in whole


def test_blanks_are_told_apart_in_words(client: FlaskClient) -> None:
    said = text_of(asked(client, measure="severe_morbidity"))
    assert all(WORDS[blank] in said for blank in (NOT_DUE, NOT_REPORTED, HIDDEN, NOT_APPLICABLE))


def test_a_network_that_is_real_wears_no_banner(written: Written) -> None:
    made, client = written(synthetic=False)
    made.team("a")
    assert "Synthetic" not in text_of(page_of(client))


def test_a_network_without_teams_or_reports_says_so(written: Written) -> None:
    _, client = written()
    page = page_of(client)
    assert is_whole(page)
    assert panel_teams(page) == []
    assert "Kansas City" in text_of(page)


def test_a_network_whose_one_team_has_reported_nothing_says_so(written: Written) -> None:
    made, client = written()
    made.team("a")
    made.keep()
    page = page_of(client)
    assert is_whole(page)
    assert panel_teams(page) == ["a"]
    assert WORDS[NOT_REPORTED] in text_of(by_id(page, "network-grid"))


def test_one_team_is_a_network(written: Written) -> None:
    made, client = written()
    made.team("a")
    made.reports("a black 2025-01-01 " + "30/100 " * 9 + "\n a white 2025-01-01 " + "60/100 " * 9)
    made.keep()
    page = page_of(client)
    assert is_whole(page)
    # 60/100 - 30/100 = 30 percentage points, whoever is asked for.
    assert "30" in text_of(by_id(page, "network-sentence"))


def test_where_all_is_hidden_nothing_is_shown_and_the_page_says_why(written: Written) -> None:
    made, client = written()
    made.team("a")
    made.reports("a black 2025-01-01 " + "1/3 " * 9 + "\n a white 2025-01-01 " + "1/3 " * 9)
    made.keep()
    page = page_of(client)
    assert is_whole(page)
    assert "hidden" in text_of(by_id(page, "network-sentence"))
    assert WORDS[HIDDEN] in text_of(by_id(page, "network-gap"))


@pytest.fixture
def many(written: Written) -> FlaskClient:
    """Asks a network of 300 teams."""
    made, client = written()
    made.insert(schema.team, *[{"team_id": f"t{number:03}", "name": f"Team number {number:03}"} for number in range(300)])
    return client


def test_three_hundred_teams_come_page_by_page(many: FlaskClient) -> None:
    first, last, second = page_of(many), asked(many, page="20"), asked(many, page="2")
    assert [len(panel_teams(page)) for page in (first, second, last)] == [15, 15, 300 - 19 * 15]
    assert panel_teams(second)[0] == "t015"
    assert len(found(by_id(first, "network-grid-body"), scope="row")) == 15 + 1
    assert "300 teams, page 1 of 20" in text_of(first)
    assert [one["props"]["href"] for one in found(second, **{"data-turn": "true", "className": None}) if one["type"] == "A"] == [
        "/?measure=bp#network-panels",
        "/?measure=bp&page=3#network-panels",
    ]


def test_a_team_among_three_hundred_is_found_by_its_name(many: FlaskClient) -> None:
    page = asked(many, find="NUMBER 27")
    assert panel_teams(page) == [f"t27{digit}" for digit in range(10)]
    assert len(found(by_id(page, "network-grid-body"), scope="row")) == 10 + 1


@pytest.mark.parametrize(("teams", "rows"), [(59, 59), (60, 60), (61, 15)])
def test_up_to_sixty_teams_stand_in_one_grid(written: Written, teams: int, rows: int) -> None:
    made, client = written()
    made.insert(schema.team, *[{"team_id": f"t{number:03}", "name": f"Team {number:03}"} for number in range(teams)])
    page = page_of(client)
    assert len(found(by_id(page, "network-grid-body"), scope="row")) == rows + 1
    assert len(panel_teams(page)) == 15


@pytest.mark.parametrize(
    "name", ["A" * 60, "Nightingale Community Health Partnership of the Three Rivers", "<b>Bold</b> & Sons", "“St. Mary's”", "=1+1", "日本語の名前"]
)
def test_a_name_is_shown_as_it_is_written(written: Written, name: str) -> None:
    made, client = written()
    made.team("a", name=name)
    page = page_of(client)
    assert name in text_of(by_id(page, "network-grid"))
    assert name in text_of(by_id(page, "network-panels"))
