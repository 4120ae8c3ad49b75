"""Are we building what lasts? Every framework, view and reader gets a page, whatever the network is like."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Sequence
from datetime import date
from urllib.parse import urlencode

import pytest
from dash import Dash
from flask.testing import FlaskClient

from data_access import schema
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.asking import CALLBACKS, by_id, components, found, notices_of, page_of, shown_version, text_of, update_question
from tests.components.plain import every, text, walk
from tests.data_access.builder import Builder

Written = Callable[..., tuple[Builder, FlaskClient]]
QUESTION = "Are we building what lasts?"
TEAM = "copperlea"
READER = Viewer("reader")
DOUBLED = "badge-fixed badge-doubled"
CARDS = ("levels", "beside", "radar", "heat", "raters", "progress")


def asked(client: FlaskClient, **query: str | list[str]) -> dict:
    return page_of(client, f"?{urlencode(query, doseq=True)}", "/maturity")


def sentence(page: dict) -> str:
    return text_of(by_id(page, "maturity-sentence"))


def title(page: dict, card: str) -> str:
    return text_of(by_id(page, f"maturity-{card}-title"))


def figure(page: dict, chart: str) -> dict:
    return by_id(page, f"maturity-{chart}")["props"]["figure"]


def options(page: dict, name: str) -> list[str]:
    return [option["value"] for option in by_id(page, f"maturity-{name}")["props"]["options"]]


def badges(page: dict) -> list[str]:
    kinds = ("badge-set", "badge-fixed", DOUBLED)
    return [text_of(one) for one in components(by_id(page, "maturity-badges")) if one["props"].get("className") in kinds]


def rows(client: FlaskClient, card: str, **query: str) -> list[dict[str, str]]:
    answer = client.get(f"/csv/maturity/{card}?{urlencode(query)}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True).lstrip("\ufeff"))))


def laid_out(client: FlaskClient, viewer: Viewer, **query: str) -> object:
    """The page as another viewer would get it."""
    assert page_of(client)
    return sys.modules["pages.maturity"].layout(viewer, query)


def part(layout: object, component_id: str) -> object:
    return next(one for one in walk(layout) if getattr(one, "id", None) == component_id)


def framework(made: Builder, domains: Sequence[str], *, levels: int = 5, framework_id: str = "path", version: str = "1") -> dict[str, str]:
    """A framework with these domains and so many levels, each with its words."""
    key = {"framework_id": framework_id, "version": version}
    made.insert(schema.framework, {**key, "name": "Path"})
    made.insert(schema.framework_domain, *({**key, "domain_id": f"d{at}", "domain": name, "position": at} for at, name in enumerate(domains, 1)))
    words = ({**key, "domain_id": "", "level": level, "label": f"Word {level}", "wording": f"Words of level {level}."} for level in range(1, levels + 1))
    made.insert(schema.framework_level, *words)
    return key


def scored(made: Builder, key: dict[str, str], team_id: str, day: str, levels: Sequence[int], rater: str = "consensus") -> None:
    """One assessment: a level for each domain in turn."""
    with made.engine.connect() as connection:
        number = len(connection.execute(schema.assessment.select()).all()) + 1
    made.insert(schema.assessment, {"assessment_id": number, "team_id": team_id, **key, "assessed_on": date.fromisoformat(day), "rater": rater})
    made.insert(schema.score, *({"assessment_id": number, **key, "domain_id": f"d{at}", "level": level} for at, level in enumerate(levels, 1)))


def network(written: Written, many: int, domains: Sequence[str], *, levels: int = 5) -> tuple[Builder, FlaskClient]:
    """So many teams, each on level 1 at first and on the highest level now."""
    made, client = written()
    key = framework(made, domains, levels=levels)
    for number in range(many):
        made.team(f"t{number:02d}")
        scored(made, key, f"t{number:02d}", "2025-02-01", [1] * len(domains))
        scored(made, key, f"t{number:02d}", "2025-08-01", [levels] * len(domains))
    made.keep()
    return made, client


def test_the_finding_stands_under_the_question(client: FlaskClient) -> None:
    page = asked(client)
    assert text_of(by_id(page, "question")) == QUESTION
    assert sentence(page) == (
        "All 15 teams moved up in at least one domain since July 2025.   In every domain the middle team is one level higher. "
        "“Leading for Sustainability” is lowest: three teams are at level 1, not yet started."
    )
    assert badges(page) == ["Framework:  Community of Solutions, version 2018", "Levels:  agreed by team and coach", "Then:  July 2025", "Now:  September 2026"]


@pytest.mark.parametrize("team", ["", TEAM])
@pytest.mark.parametrize("name", ["ihi_equity~2016", "community_solutions~2018", "rise_to_health~2023"])
def test_every_framework_has_every_card(client: FlaskClient, name: str, team: str) -> None:
    page = asked(client, framework=name, **({"team": team} if team else {}))
    assert by_id(page, "maturity-framework")["props"]["value"] == name
    assert all(title(page, card) for card in CARDS)
    assert notices_of(page) == []
    # What stands beside is another framework.
    assert title(page, "levels").split(":")[0] != title(page, "beside").split(":")[0]


def test_no_word_ranks_or_explains(client: FlaskClient) -> None:
    for name in ("ihi_equity~2016", "community_solutions~2018"):
        said = text_of(asked(client, framework=name, team=TEAM)).lower()
        assert [word for word in ("because", " rank", " best", " worst", "significant", "average") if word in said] == []


def test_the_framework_is_said_by_its_select_until_the_reader_chose_another(client: FlaskClient) -> None:
    def doubled(page: dict) -> list[str]:
        return [text_of(one) for one in found(by_id(page, "maturity-badges"), className=DOUBLED)]

    assert doubled(asked(client)) == ["Framework:  Community of Solutions, version 2018"]
    chosen = asked(client, framework="ihi_equity~2016")
    assert doubled(chosen) == []
    assert badges(chosen)[0].startswith("Framework:  IHI Framework for Achieving Health Equity, version 2016")


def test_a_framework_named_by_its_id_alone_is_its_latest_version(client: FlaskClient) -> None:
    page = asked(client, framework="ihi_equity")
    assert by_id(page, "maturity-framework")["props"]["value"] == "ihi_equity~2016"
    assert notices_of(page) == []


@pytest.mark.parametrize("value", ["nonsense", "path~2", "<script>", "' OR 1=1; --"])
@pytest.mark.parametrize("name", ["framework", "view"])
def test_a_value_that_is_no_choice_gets_a_notice(client: FlaskClient, name: str, value: str) -> None:
    page = asked(client, **{name: value})
    (said,) = notices_of(page)
    assert f"The link asks for {name}" in said
    assert by_id(page, f"maturity-{name}")["props"]["value"] == {"framework": "community_solutions~2018", "view": "network"}[name]


@pytest.mark.parametrize("value", ["0", "2", "x"])
def test_a_page_that_is_not_there_gets_a_notice_and_all_teams(client: FlaskClient, value: str) -> None:
    page = asked(client, page=value)
    assert len(notices_of(page)) == 1
    assert len(found(by_id(page, "maturity-heat-body"), scope="row")) == 15


def test_what_holds_by_default_is_not_said_in_the_address(client: FlaskClient) -> None:
    page = asked(client, framework="community_solutions~2018", view="network")
    assert found(by_id(page, "maturity-badges"), className="reset") == []
    chosen = asked(client, framework="ihi_equity~2016", view="both", team=TEAM)
    undone = [one["props"]["href"] for one in found(by_id(chosen, "maturity-badges"), className="remove")]
    assert [("framework" in href, "view" in href) for href in undone] == [(False, True), (True, False)]


@pytest.mark.parametrize(
    ("view", "series", "heading"),
    [
        ("network", ["Then", "Now"], "The middle team moved up on five of five domains; “Leading for Sustainability” is lowest"),
        ("team", ["Then", "Now"], "Copperlea Hospital: up in five of five domains"),
        ("both", ["Network", "Copperlea Hospital"], "Copperlea Hospital beside the middle team: higher in one and level in four of five domains"),
    ],
)
def test_the_radar_shows_network_team_or_one_beside_the_other(client: FlaskClient, view: str, series: list[str], heading: str) -> None:
    page = asked(client, team=TEAM, view=view)
    assert [trace["name"] for trace in figure(page, "radar-chart")["data"]] == series
    assert title(page, "radar") == heading
    # The radar is never alone: dumbbells draw the same levels.
    levels = [trace["x"] for trace in figure(page, "radar-rows")["data"] if trace["mode"] == "markers"]
    assert len(levels) == 10


def test_without_a_team_of_ones_own_the_radar_shows_the_network(client: FlaskClient) -> None:
    page = asked(client, view="both")
    assert (options(page, "view"), by_id(page, "maturity-view")["props"]["value"], notices_of(page)) == (["network"], "network", [])
    assert options(asked(client, team=TEAM), "view") == ["network", "team", "both"]


def test_every_levels_words_are_reached_by_a_click(client: FlaskClient) -> None:
    body = by_id(asked(client, team=TEAM), "maturity-radar-body")
    summaries = [text_of(one) for one in components(body) if one["type"] == "Summary"]
    assert summaries[:2] == ["Wording of every level", "Leading from Within"]
    assert len([one for one in components(body) if one["type"] == "Dd"]) == 25
    assert "The work ends when the grant ends." in text_of(body)
    assert "Copperlea Hospital now" in text_of(body)


def test_the_map_names_all_teams_to_the_lead_and_marks_the_readers_own(client: FlaskClient) -> None:
    body = by_id(asked(client, team=TEAM), "maturity-heat-body")
    names = [text_of(one) for one in found(body, scope="row")]
    assert (len(names), names[0], names[2].split()) == (15, "Amberford County Health", ["Copperlea", "Hospital", "(my", "team)"])
    assert len([one for one in components(body) if one["props"].get("className") == "mine"]) == 1
    assert "Eleven of 60 moves up have no evidence on file" in text_of(body)


def test_a_reader_sees_codes_and_no_name_anywhere(client: FlaskClient) -> None:
    names = [text_of(one) for one in found(by_id(asked(client), "maturity-heat-body"), scope="row")]
    page = laid_out(client, READER)
    said = text(page)
    assert [name for name in names if name in said] == []
    codes = [text(row) for row in every(part(page, "maturity-heat-body"), "Th")[6:]]
    assert (len(codes), {code[:5] for code in codes}, codes) == (15, {"Team "}, sorted(codes))
    assert "the other teams have a code" in said


def test_a_reader_who_follows_a_team_learns_nothing_of_it(client: FlaskClient) -> None:
    page = laid_out(client, READER, team=TEAM, view="team")
    assert part(page, "maturity-view").value == "network"
    assert "Single scores are for the team's members and the network's lead." in str(part(page, "maturity-progress-chart").figure)
    assert "Copperlea" not in text(part(page, "maturity-heat-body"))
    assert "Copperlea" not in text(part(page, "maturity-raters-body"))


def test_a_member_sees_its_own_team_by_name_and_the_others_by_code(client: FlaskClient) -> None:
    page = laid_out(client, Viewer("team_member", frozenset({TEAM})), team=TEAM, view="team")
    named = [text(row) for row in every(part(page, "maturity-heat-body"), "Th")[6:]]
    assert (named[0], {name[:5] for name in named[1:]}) == ("Copperlea Hospital (my team)", {"Team "})
    assert "Copperlea Hospital: up in five of five domains" in text(page)
    assert "Which teams" in text(part(page, "maturity-raters-body"))


def test_disagreements_are_counted_by_domain_and_named_to_the_lead(client: FlaskClient) -> None:
    body = text_of(by_id(asked(client), "maturity-raters-body"))
    assert "Leading for Equity 5 of 15" in body
    assert "Copperlea Hospital" in body
    own = asked(client, team=TEAM)
    assert "raters stand two levels apart or more on “Leading for Equity”" in text_of(by_id(own, "maturity-raters-body"))
    assert "two raters in each domain" in text_of(by_id(own, "maturity-raters-head"))
    assert any("2 apart" in one["text"] for one in figure(own, "raters-chart")["layout"]["annotations"])


def test_progress_is_counted_for_the_network_and_drawn_for_the_readers_own_team(client: FlaskClient) -> None:
    page = asked(client, team=TEAM)
    assert title(page, "progress").startswith("The middle team went from 1 to 3.5 on the IHI progress scale")
    assert [trace["name"] for trace in figure(page, "progress-chart")["data"]] == ["self", "coach"]
    assert figure(asked(client), "progress-chart")["data"] == []


@pytest.mark.parametrize("many", [3, 8])
def test_a_framework_of_three_or_eight_domains_is_shown_as_well(written: Written, many: int) -> None:
    _, client = network(written, 5, [f"Domain {number}" for number in range(1, many + 1)])
    page = asked(client)
    assert sentence(page).startswith("All five teams moved up in at least one domain since February 2025.")
    assert len(figure(page, "radar-chart")["data"][1]["theta"]) == many + 1
    assert len(found(by_id(page, "maturity-levels-body"), scope="rowgroup")) == many
    assert len(found(by_id(page, "maturity-heat-body"), scope="col")) == many + 1


def test_two_domains_have_dumbbells_and_no_radar(written: Written) -> None:
    _, client = network(written, 5, ["Within", "Together"], levels=3)
    page = asked(client)
    assert figure(page, "radar-chart")["data"] == []
    assert "three scored domains" in str(figure(page, "radar-chart"))
    assert len(figure(page, "radar-rows")["data"]) == 6


def test_one_framework_stands_alone_and_two_beside_each_other(client: FlaskClient, written: Written) -> None:
    def spans(page: dict) -> list[str]:
        return [by_id(page, f"maturity-{card}")["props"]["className"] for card in ("levels", "beside")]

    assert spans(asked(client)) == ["card span-6", "card span-6"]
    _, alone = network(written, 5, ["Within", "Together", "Money"])
    assert spans(asked(alone)) == ["card", "card gone"]


def test_two_versions_of_a_framework_are_told_apart(written: Written) -> None:
    made, client = network(written, 5, ["Within", "Together", "Money"])
    framework(made, ["Within", "Outside", "Money"], version="2")
    made.keep()
    page = asked(client, framework="path")
    labels = [option["label"] for option in by_id(page, "maturity-framework")["props"]["options"]]
    assert labels == ["Path, version 1", "Path, version 2"]
    assert by_id(page, "maturity-framework")["props"]["value"] == "path~2"
    assert sentence(page).startswith("No team has been scored yet.")
    assert len(figure(page, "radar-chart")["data"]) == 0


@pytest.mark.parametrize(("many", "withheld"), [(1, True), (4, True), (5, False)])
def test_levels_of_fewer_than_five_teams_are_for_the_lead_alone(written: Written, many: int, withheld: bool) -> None:
    _, client = network(written, many, ["Within", "Together", "Money"])
    assert "moved up" in sentence(asked(client))
    page = laid_out(client, READER)
    said = text(page)
    assert ("Too few teams were scored to show their levels." in text(part(page, "maturity-sentence"))) is withheld
    assert ("left out: of fewer than five each could be guessed." in said) is withheld
    assert ("fewer than five teams" in text(part(page, "maturity-levels-body"))) is withheld
    assert len(every(part(page, "maturity-heat-body"), "Tr")) == (0 if withheld else many + 1)


def test_withheld_counts_are_in_no_file(written: Written) -> None:
    _, client = network(written, 4, ["Within", "Together", "Money"])
    assert page_of(client)
    page = sys.modules["pages.maturity"]
    for name in ("levels", "radar", "heat", "raters"):
        listing = page.FILES[name](READER, {})
        blanks = [row[listing.head.index("blank")] for row in listing.rows]
        assert set(blanks) <= {"hidden"}, name
        assert all(value is None for row in listing.rows for head, value in zip(listing.head, row, strict=True) if head.startswith(("teams_", "median")))


def test_a_network_without_a_framework_says_so_and_keeps_its_progress(written: Written) -> None:
    made, client = written()
    made.team("a")
    made.insert(schema.progress_score, {"team_id": "a", "scored_on": date(2025, 7, 31), "rater": "coach", "score": 2.0})
    made.keep()
    page = asked(client, team="a")
    assert sentence(page).startswith("No framework is loaded yet.")
    assert badges(page) == ["Framework:  none loaded"]
    assert found(by_id(page, "maturity-badges"), className=DOUBLED) == []
    assert len(found(page, className="gone")) == 1
    assert title(page, "progress").startswith("The middle team is at 2 on the IHI progress scale")
    assert rows(client, "heat") == []


def test_a_framework_without_scores_says_so(written: Written) -> None:
    made, client = written()
    framework(made, ["Within", "Together", "Money"])
    made.team("a")
    made.keep()
    page = asked(client, team="a")
    assert sentence(page).startswith("No team has been scored yet.   Levels on Path are shown here once teams and coaches have given them.")
    assert "not scored" in text_of(by_id(page, "maturity-heat-body"))
    assert title(page, "progress") == "No team has a progress score yet"


def test_a_large_network_counts_in_bars_and_comes_page_by_page(written: Written) -> None:
    _, client = network(written, 61, ["Within", "Together", "Money"])
    page = asked(client, page="2")
    assert "Bars count teams." in text_of(by_id(page, "maturity-levels-head"))
    body = by_id(page, "maturity-heat-body")
    assert "61 teams, page 2 of 3" in text_of(body)
    assert len(found(body, scope="row")) == 30
    nobody = asked(client, find="zzz")
    assert "No team of that name." in text_of(by_id(nobody, "maturity-heat-body"))
    assert "“zzz”" in " ".join(badges(nobody))


def test_an_update_gives_what_the_page_of_the_new_address_has(app: Dash, client: FlaskClient) -> None:
    search = "?framework=ihi_equity~2016&view=both&team=copperlea"
    version = shown_version(asked(client))
    answer = client.post(CALLBACKS, json=update_question(app, search, version=version, path="/maturity", page="maturity"))
    assert answer.status_code == 200
    parts, page = answer.json["response"], page_of(client, search, "/maturity")
    assert parts["maturity-radar-chart"]["figure"] == figure(page, "radar-chart")
    for name in ("maturity-sentence", "maturity-heat-body", "maturity-levels-body", "maturity-raters-foot", "maturity-progress-team"):
        assert text_of(parts[name]["children"]) == text_of(by_id(page, name)["props"]["children"])


def test_no_id_stands_twice_and_every_output_has_its_place(client: FlaskClient) -> None:
    for page in (asked(client), asked(client, team=TEAM, view="both", framework="rise_to_health~2023")):
        ids = [str(one["props"]["id"]) for one in components(page) if "id" in one["props"]]
        assert sorted(ids) == sorted(set(ids))
        outputs = sys.modules["pages.maturity"].OUTPUTS
        assert [output.component_id for output in outputs if output.component_id not in ids] == []


def test_files_hold_what_the_cards_show(client: FlaskClient) -> None:
    levels = rows(client, "levels")
    assert len(levels) == 25
    money = [row for row in levels if row["domain"] == "Leading for Sustainability"]
    # 3 teams not yet started, 8 beginning, 4 developing
    assert [row["teams_now"] for row in money] == ["3", "8", "4", "0", "0"]
    assert (money[0]["wording"], money[0]["data"]) == ("The work ends when the grant ends.", "synthetic demonstration data")
    radar = rows(client, "radar", team=TEAM)
    assert (radar[0]["median_then"], radar[0]["median_now"], radar[0]["my_team"]) == ("2", "3", "Copperlea Hospital")
    heat = rows(client, "heat")
    assert (len(heat), heat[0]["team"], heat[0]["level_then"], heat[0]["level_now"], heat[0]["up_without_evidence"]) == (
        75,
        "Amberford County Health",
        "2",
        "3",
        "no",
    )
    raters = rows(client, "raters", team=TEAM)
    assert [(row["teams_apart"], row["teams_with_two_raters"]) for row in raters][3] == ("5", "15")
    assert (raters[3]["self"], raters[3]["coach"], raters[3]["agreed"], raters[3]["raters"]) == ("4", "2", "3", "2")
    progress = rows(client, "progress", team=TEAM)
    assert [row["teams_now"] for row in progress[:10]] == ["0", "0", "0", "2", "3", "2", "5", "2", "1", "0"]
    assert progress[-1]["who"] == "Copperlea Hospital"


def test_the_lead_is_the_reader_of_a_demonstration(client: FlaskClient) -> None:
    assert text(part(laid_out(client, NETWORK_LEAD), "maturity-sentence")).replace("  ", " ").split() == sentence(asked(client)).split()
