"""Is this team's gap closing? Whatever is asked of a team, and whatever it reported: one verdict everywhere, no small number, the way on."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from dash import Dash
from flask.testing import FlaskClient

from data_access import schema
from data_access.verdict_grid import verdict_grid
from data_access.viewer import NETWORK_LEAD
from equity.level_and_gap import LEVELLED
from equity.verdicts import VERDICT_WORDS
from tests.asking import CALLBACKS, by_id, components, found, inside, notices_of, page_of, shown_version, text_of, update_question
from tests.data_access.builder import Builder

Written = Callable[..., tuple[Builder, FlaskClient]]
FILES = ("run", "process", "groups", "level", "peers", "measures")
NOT_WORDS = (" rank", " best", "worst", "because", "significant")
# The demo's teams on blood pressure, one of each verdict.
TEAMS = {"hazelmoor": "closing", "elmstead": "widening", "narrowgate": "levelled_down", "amberford": "no_clear_change", "dunmarrow": "cannot_tell_yet"}
MONTHS = "20/40 21/40 22/40 20/40 21/40 22/40 23/40 24/40 25/40 26/40 27/40 28/40"


def asked(client: FlaskClient, of_team: str = "hazelmoor", **query: str) -> dict:
    return page_of(client, f"?{urlencode(query)}" if query else "", f"/teams/{of_team}")


def question(page: dict) -> str:
    return text_of(by_id(page, "question"))


def sentence(page: dict) -> str:
    return text_of(by_id(page, "team-sentence"))


def title(page: dict, card: str) -> str:
    return text_of(by_id(page, f"team-{card}-title"))


def figure(page: dict, card: str) -> dict:
    return by_id(page, f"team-{card}-chart")["props"]["figure"]


def options(page: dict, name: str) -> dict[str, str]:
    return {option["value"]: option["label"] for option in by_id(page, f"team-{name}")["props"]["options"]}


def links(part: object) -> dict[str, str]:
    return {text_of(one): one["props"]["href"] for one in components(part) if one["type"] == "A" and "href" in one["props"]}


def file_of(client: FlaskClient, name: str, of_team: str = "hazelmoor", **query: str) -> list[dict[str, str]]:
    answer = client.get(f"/csv/team/{name}?{urlencode({**query, 'team_id': of_team})}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


@pytest.mark.parametrize(("team", "word"), TEAMS.items())
def test_one_verdict_everywhere(client: FlaskClient, team: str, word: str) -> None:
    page = asked(client, team, measure="bp_control")
    said = {"cannot_tell_yet": "cannot tell yet", "levelled_down": "was levelled down", "no_clear_change": "no clear change"}.get(word, f"is {word}")
    assert said in sentence(page)
    assert verdict_grid(NETWORK_LEAD, [team], ["bp_control"])[team, "bp_control"].word == word
    row = next(row for row in components(by_id(page, "team-measures-body")) if row["type"] == "Tr" and "Blood pressure under control" in text_of(row))
    (states,) = found(row, className="team-states")
    assert text_of(states).startswith(VERDICT_WORDS[word])
    assert {one["verdict"] for one in file_of(client, "measures", team) if one["measure_id"] == "bp_control"} == {word}


def test_levelling_down_never_passes_as_a_gain(client: FlaskClient) -> None:
    page = asked(client, "narrowgate", measure="bp_control")
    assert "This does not count as closing." in sentence(page)
    assert title(page, "level") == LEVELLED.rstrip(".")


def test_cannot_tell_says_its_price(client: FlaskClient) -> None:
    assert "A change would have to reach" in sentence(asked(client, "dunmarrow", measure="bp_control"))


def test_the_facts_of_a_team_stand_under_the_sentence(client: FlaskClient) -> None:
    said = text_of(by_id(asked(client, measure="bp_control"), "team-facts"))
    assert "Federally qualified health center" in said and "Patients of four clinics" in said
    assert "A gap of 6 points or less by December 2026 Registered 1 July 2025, not changed since." in said
    assert said.endswith("Last report Q3 2026")


def test_reports_that_did_not_come_are_counted(client: FlaskClient) -> None:
    assert "have not come." in text_of(by_id(asked(client, "stonewren", measure="bp_control"), "team-facts"))


def test_a_change_of_an_aim_is_shown(written: Written) -> None:
    made, client = written()
    team_with_reports(made, terms={"aim": 6.0})
    key = '{"team_id": "a", "measure_id": "bp"}'
    made.insert(schema.definition_history, {"load_id": 1, "step": 1, "table_name": "team_measure", "row_key": key, "old_row": '{"aim": 8.0, "aim_on": null}'})
    assert "Changed 5 January 2026: before, 8 points or less." in text_of(by_id(asked(client, "a"), "team-facts"))


def test_the_chart_has_the_changes_the_aim_and_too_few_points_for_rules(client: FlaskClient) -> None:
    page = asked(client, measure="bp_control")
    texts = [one["text"] for one in figure(page, "run")["layout"]["annotations"]]
    assert {"<b>A</b>", "<b>B</b>", "<b>C</b>", "<b>D</b>", "aim 6"} <= set(texts)
    beside = text_of(by_id(page, "team-aside"))
    assert "Blood pressure cuffs lent for use at home" in beside and "Screening questions" not in beside
    assert "Nine quarters can be judged so far, and the run rules need ten." in beside
    assert "Missed visits , a balancing measure: its gap is  no clear change" in beside


def test_only_changes_on_the_measure_stand_on_its_chart(client: FlaskClient) -> None:
    assert "Screening questions read aloud" in text_of(by_id(asked(client, measure="depression_followup"), "team-aside"))


def test_every_group_keeps_its_row_also_where_it_is_hidden(client: FlaskClient) -> None:
    page = asked(client, measure="bp_control")
    texts = " ".join(one["text"] for one in figure(page, "groups")["layout"]["annotations"])
    assert "Native Hawaiian or Pacific Islander</b>  hidden" in texts
    assert all(name in texts for name in ("American Indian or Alaska Native", "Asian", "White", "Unknown"))


def test_peers_that_are_further_on_stand_with_what_they_tested_and_the_rule(client: FlaskClient) -> None:
    page = asked(client, measure="bp_control", team="hazelmoor")
    head, body = text_of(by_id(page, "team-peers-head")), by_id(page, "team-peers-body")
    assert "Compared with seven teams of the same cohort (1)." in head
    assert "Barbers trained to take readings on Saturdays" in text_of(body)
    assert "Cooking group" not in text_of(body)
    assert links(body)["Copperlea Hospital"] == "/teams/copperlea?measure=bp_control&team=hazelmoor"
    assert list(links(body)) == sorted(links(body))


def test_fewer_than_three_peers_are_withheld_and_said_so(client: FlaskClient) -> None:
    page = asked(client, "dunmarrow", measure="preterm_birth")
    assert title(page, "peers") == "Fewer than three teams like this one work on this measure"
    assert "It takes three teams" in text_of(by_id(page, "team-peers-body"))
    assert file_of(client, "peers", "dunmarrow", measure="preterm_birth") == []


def test_no_peer_further_on_says_what_it_takes(client: FlaskClient) -> None:
    page = asked(client, "larkmead", measure="preterm_birth")
    assert title(page, "peers") == "No team like this one is closing this gap yet"
    assert "once its preterm birth gap is closing" in text_of(by_id(page, "team-peers-body"))


def test_pinned_teams_are_the_peers(client: FlaskClient) -> None:
    page = page_of(client, "?measure=bp_control&peers=copperlea&peers=kettlebrook&peers=ironwillow", "/teams/hazelmoor")
    assert "Compared with three teams of your own choice." in text_of(by_id(page, "team-peers-head"))


def test_the_measures_are_the_teams_and_its_own_are_marked(client: FlaskClient) -> None:
    named = options(asked(client), "measure")
    assert (named["bp_control"], named["missed_visits"]) == ("Blood pressure under control", "Missed visits (own)")
    assert "childhood_vaccines" not in named


def test_every_measure_of_the_table_opens(client: FlaskClient) -> None:
    page = asked(client, team="hazelmoor", measure="bp_control")
    for name, address in links(by_id(page, "team-measures-body")).items():
        address, card = address.split("#")
        assert by_id(page, card)
        opened = page_of(client, address, "/teams/hazelmoor")
        assert notices_of(opened) == [] and options(opened, "measure")[by_id(opened, "team-measure")["props"]["value"]].startswith(name)
        assert "team=hazelmoor" in address


def test_a_measure_that_the_team_does_not_work_on_is_said_and_its_own_shown(client: FlaskClient) -> None:
    page = asked(client, "larkmead", measure="bp_control")
    assert notices_of(page) == [
        "This team does not work on that measure Larkmead Women's Hospital does not work on “Blood pressure under control”. It works on: Preterm birth, "
        "Race, ethnicity and language recorded, Severe maternal morbidity. Shown instead: Preterm birth."
    ]
    assert by_id(page, "team-measure")["props"]["value"] == "preterm_birth"


def test_nobody_who_asked_for_no_measure_is_told_off(client: FlaskClient) -> None:
    page = asked(client, "larkmead")
    assert notices_of(page) == [] and sentence(page).startswith("The preterm birth gap is closing.")


def test_a_hidden_gap_says_so_in_every_card(client: FlaskClient) -> None:
    page = asked(client, "dunmarrow", measure="preterm_birth")
    assert sentence(page) == "The preterm birth gap is hidden.   Too few births were counted to show Black births beside all other births."
    assert title(page, "run") == "The preterm birth gap is hidden"
    assert (title(page, "groups"), title(page, "level")) == ("No group can be shown both then and now", "Level and gap: no way to show yet")
    assert inside(by_id(page, "team-run-notes")) == []
    assert {one["gap"] for one in file_of(client, "run", "dunmarrow", measure="preterm_birth")} == {""}


def test_a_ratio_is_told_on_its_own_scale(client: FlaskClient) -> None:
    page = asked(client, "kettlebrook", measure="severe_morbidity")
    assert figure(page, "run")["layout"]["yaxis2"]["type"] == "log"
    assert "A ratio of 1.50 times or less by December 2026" in text_of(by_id(page, "team-facts"))


@pytest.mark.parametrize("reference", ["overall", "white", "best"])
def test_every_comparison_gets_a_page(client: FlaskClient, reference: str) -> None:
    page = asked(client, measure="bp_control", reference=reference)
    assert notices_of(page) == [] and sentence(page)
    assert "none for this comparison" in text_of(by_id(page, "team-facts"))
    assert (title(page, "level") == "Level and gap: no way to show yet") == (reference == "overall")


def test_what_is_compared_with_nobody_is_compared_with_everybody(written: Written) -> None:
    made, client = written()
    made.measure(measure_id="level", improvement_direction="neutral")
    team_with_reports(made)
    made.team("a", "level")
    # Where neither direction is better, nobody is best off.
    (notice,) = notices_of(asked(client, "a", measure="level", reference="best"))
    assert notice.endswith("Shown instead: overall.")


def test_a_team_that_registered_its_own_focus_group_is_shown_by_it(written: Written) -> None:
    made, client = written()
    team_with_reports(made, terms={"focus_group": "hispanic", "focus_stratifier_id": "race"}, groups=("hispanic", "white"))
    page = asked(client, "a")
    assert by_id(page, "team-group")["props"]["value"] == "hispanic"
    assert "Hispanic patients" in sentence(page)
    assert by_id(asked(client, "a", group="black"), "team-group")["props"]["value"] == "black"


def test_a_team_that_works_on_nothing_has_a_page(written: Written) -> None:
    made, client = written()
    made.insert(schema.team, {"team_id": "a", "name": "Garnet"})
    made.keep()
    page = asked(client, "a")
    assert sentence(page).startswith("Garnet works on no measure with a gap yet.")
    assert title(page, "measures") == "This team works on no measure with a gap"
    for name in FILES:
        file_of(client, name, "a")


def test_a_name_of_sixty_letters_and_markup_is_a_name(written: Written) -> None:
    made, client = written()
    name = "<b>" + "Long " * 11 + "s"
    team_with_reports(made, name=name)
    assert question(asked(client, "a")) == f"Is {name}' gap closing?"


def test_my_team_is_tagged_and_any_other_can_become_it(client: FlaskClient) -> None:
    assert text_of(by_id(asked(client, team="hazelmoor"), "team-mine")) == "my team"
    assert links(by_id(asked(client, measure="missed_visits"), "team-mine")) == {"Make this my team": "?measure=missed_visits&team=hazelmoor"}


def test_crumbs_lead_back_with_the_question(client: FlaskClient) -> None:
    (crumbs,) = found(asked(client, measure="missed_visits"), className="crumbs")
    assert links(crumbs) == {"Network": "/?measure=missed_visits", "Teams": "/teams?measure=missed_visits"}


@pytest.mark.parametrize("team", ["nobody", "%3Cscript%3E", "hazelmoor%20", "x" * 80])
def test_an_unknown_team_gets_a_page_that_leads_on(client: FlaskClient, team: str) -> None:
    page = asked(client, team)
    assert question(page) == "There is no such team here"
    found_links = links(page)
    assert found_links["Amberford County Health"].startswith("/teams/amberford")
    assert {"All 15 teams", "The directory of teams", "Network"} <= set(found_links)


def test_an_unknown_team_has_empty_files_and_takes_a_choice(app: Dash, client: FlaskClient) -> None:
    assert file_of(client, "run", "nobody") == []
    page = asked(client, "nobody")
    body = update_question(app, "?team=hazelmoor", version=shown_version(page), path="/teams/nobody", page="team")
    assert client.post(CALLBACKS, json=body).status_code == 200


def test_a_choice_sends_what_the_page_would_show(app: Dash, client: FlaskClient) -> None:
    page = asked(client)
    body = update_question(app, "?measure=missed_visits", version=shown_version(page), path="/teams/hazelmoor", page="team")
    answer = client.post(CALLBACKS, json=body).json["response"]
    expected = asked(client, measure="missed_visits")
    assert {"team-run-chart", "team-facts", "team-aside", "team-measures-body", "team-maturity-head", "team-quality-head"} <= set(answer)
    for component_id, parts in answer.items():
        whole = by_id(expected, component_id)["props"]
        for name, value in parts.items():
            assert text_of(value) == text_of(whole.get(name)), component_id
    assert answer["team-run-chart"]["figure"] == figure(expected, "run")


@pytest.mark.parametrize("name", FILES)
def test_every_file_says_of_which_team_and_comparison_it_is(client: FlaskClient, name: str) -> None:
    rows = file_of(client, name, measure="bp_control")
    assert rows
    assert {(row["of_team"], row["measure_shown"], row["compared_with"]) for row in rows} == {("Hazelmoor Clinics", "bp_control", "all other patients")}


def test_peers_files_hold_a_row_a_change(client: FlaskClient) -> None:
    rows = file_of(client, "peers", measure="bp_control")
    assert ("copperlea", "Cuffs that send readings by phone", "2026-01-26", "2026-04-24", "adopted") in [
        tuple(row[name] for name in ("team_id", "change_tested", "started_on", "ended_on", "decision")) for row in rows
    ]


@pytest.mark.parametrize("team", TEAMS)
def test_no_word_of_ours_ranks_or_judges(client: FlaskClient, team: str) -> None:
    page = asked(client, team)
    parts = [f"team-{card}-head" for card in ("run", "groups", "level", "peers", "measures")] + ["team-sentence", "team-run-notes", "team-facts"]
    said = " ".join(text_of(by_id(page, part)) for part in parts).lower()
    assert [word for word in NOT_WORDS if word in said] == []


def team_with_reports(made: Builder, *, groups: tuple[str, ...] = ("black", "white"), terms: dict | None = None, **team: object) -> None:
    made.team("a", terms=terms, **team)
    made.reports("\n".join(f"a {group} 2025-01-01 {MONTHS}" for group in groups))
    made.keep()
