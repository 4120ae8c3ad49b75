"""How many people are in no group: the network's share and the reader's own team's, as run charts."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components.cards import card_foot, card_head, chart
from components.definition_card import definition_url
from components.network_cards import protected_source
from components.report_tables import listed_table
from components.unknown_card import share_cell
from equity.listing import SHARE_HEAD, Listing, count_blank, rounded, share_values
from equity.numbers import capitalised, within_sentence
from equity.sentences.data_page import run_words, unknown_words
from equity.sentences.phrases import grain_word
from equity.sentences.signals import rules_at
from equity.sentences.titles import unknown_title
from equity.unknown_run import UnknownRun, unknown_run
from figures.share_run import share_run_figure
from figures.theme import empty_figure
from pages._data_answer import Answer, shown_card

UNKNOWN = "data-unknown"
NETWORK_CHART, TEAM_CHART = f"{UNKNOWN}-network-chart", f"{UNKNOWN}-team-chart"
NETWORK_PART, TEAM_PART = f"{UNKNOWN}-network", f"{UNKNOWN}-team"
NO_GROUP = "These files have no group for people whose group is unknown or declined."


def unknown_card(answer: Answer) -> html.Section:
    parts = [
        html.Div(network_part(answer), id=NETWORK_PART),
        chart(NETWORK_CHART, network_figure(answer), said_by=f"{UNKNOWN}-said"),
        html.Div(team_part(answer), id=TEAM_PART),
        chart(TEAM_CHART, team_figure(answer), said_by=f"{UNKNOWN}-said"),
    ]
    return shown_card(UNKNOWN, unknown_head(answer), parts, unknown_foot(answer), span="span-7")


def network_run(answer: Answer) -> UnknownRun:
    return unknown_run(answer.share.periods, answer.share.network)


def team_run(answer: Answer) -> UnknownRun | None:
    """The reader's own team's; None where none was chosen, or where it does not work on the measure."""
    counts = answer.share.teams.get(answer.mine)
    return unknown_run(answer.share.periods, counts) if counts else None


def is_told(answer: Answer) -> bool:
    """True where the stratifier has a group for those whose group is not known."""
    return any(group.kind != "group" for group in answer.stratifier.groups)


def unknown_finding(answer: Answer) -> str:
    """The share now and at the start."""
    run = network_run(answer)
    now, start = (run.at(run.known[-1]), run.at(run.known[0])) if run.known else (float("nan"), float("nan"))
    return unknown_title(now, start, answer.measure.people)


def unknown_head(answer: Answer) -> list[Component]:
    people, named = answer.measure.people, within_sentence(answer.stratifier.name)
    subtitle = (
        f"Share of {people} whose {named} is unknown or declined, on {within_sentence(answer.measure.name)}, by {grain_word(answer.measure)}. "
        "Line: the median, dashed while fewer than ten points make it. Filled points belong to a signal."
    )
    return card_head(UNKNOWN, unknown_finding(answer), subtitle, summary=f"{network_words(answer)} {team_words(answer)}".strip())


def finding_words(answer: Answer) -> str:
    """The network's share as a sentence of the page's finding."""
    return unknown_words(network_run(answer), answer.measure.people) if is_told(answer) else NO_GROUP


def network_words(answer: Answer) -> str:
    """What the network's chart says."""
    return said_of(answer, network_run(answer)) if is_told(answer) else NO_GROUP


def team_words(answer: Answer) -> str:
    """What the team's chart says; nothing without one."""
    run = team_run(answer)
    return f"{answer.asked.team.name}: {said_of(answer, run)}" if run and is_told(answer) else ""


def said_of(answer: Answer, run: UnknownRun) -> str:
    return f"{unknown_words(run, answer.measure.people)} {run_words(run, grain_word(answer.measure))}".strip()


def network_part(answer: Answer) -> list[Component]:
    """The title of the network's chart, and its sentence."""
    return [html.H3("The network", className="part-title"), html.P(network_words(answer), className="beside-words")]


def team_part(answer: Answer) -> list[Component]:
    """The same of the reader's own team."""
    team = answer.asked.team
    if team is None:
        return [html.H3("My team", className="part-title")]
    said = said_of(answer, run) if (run := team_run(answer)) and is_told(answer) else ""
    return [html.H3(team.name, className="part-title"), *([html.P(said, className="beside-words")] if said else [])]


def highest(answer: Answer) -> float:
    """The largest share of both charts: they stand on one scale."""
    runs = [run for run in (network_run(answer), team_run(answer)) if run]
    return max((run.at(place) for run in runs for place in run.known), default=0.0)


def network_figure(answer: Answer) -> dict:
    return share_run_figure(network_run(answer), highest=highest(answer))


def team_figure(answer: Answer) -> dict:
    if answer.asked.team is None:
        return empty_figure("Choose your team above to see its own share.", height=60)
    run = team_run(answer)
    return share_run_figure(run, highest=highest(answer)) if run else empty_figure("This team does not work on the measure.", height=60)


def unknown_foot(answer: Answer) -> list[Component]:
    run, own = network_run(answer), team_run(answer)
    names = ["Network", *([answer.asked.team.name] if own else [])]
    head = ("Period", *(part for name in names for part in (name, "Run rules")))
    runs = [run, *([own] if own else [])]
    rows = [
        [period.label, *(part for one in runs for part in (share_cell(one.counts[place]), rules_words(one, place)))] for place, period in enumerate(run.periods)
    ]
    caption = f"{capitalised(answer.measure.people)} without a recorded group, {within_sentence(answer.stratifier.name)}"
    table = listed_table(caption, head, rows, amounts=(1, 3))
    return card_foot(
        source=protected_source(answer.asked.catalogue),
        table=table,
        csv_url=answer.csv("unknown"),
        defined=definition_url(answer.measure),
        method="run-chart",
    )


def rules_words(run: UnknownRun, place: int) -> str:
    """What the run rules say of one point."""
    if run.chart.provisional or place not in run.known:
        return "no rule used"
    return ", ".join(name for name, _ in rules_at(run.signals, place)) or "no signal"


def unknown_listing(answer: Answer) -> Listing:
    """A row a period of the network, then of the reader's own team."""
    own = team_run(answer)
    series = [("network", "Network", network_run(answer)), *([(answer.mine, answer.asked.team.name, own)] if own else [])]
    rows = [
        (
            team_id,
            name,
            period.label,
            *share_values(count),
            rounded(run.chart.median),
            rules_words(run, place),
            count_blank(count),
        )
        for team_id, name, run in series
        for place, (period, count) in enumerate(zip(run.periods, run.counts, strict=True))
    ]
    return Listing(("team_id", "team", "period", *SHARE_HEAD, "median", "rules", "blank"), tuple(rows))
