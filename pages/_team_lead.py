"""The lead of a team's page: its run chart, and in words beside it what was tested, what the rules found, what guards the measure."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components import network_cards as words
from components.cards import card, card_foot, card_head, chart
from components.definition_card import measure_definition
from components.gap_card import trend_table
from components.marks import mark_key
from components.team_lead import Fact, TestedChange, changes_parts, fact_list, guard_list, notes, rules_parts
from data_access.changes import Change
from equity.blanks import marker_of
from equity.catalogue import Measure, with_definition
from equity.groups import pooled_count
from equity.listing import Listing, trend_listing, with_notes
from equity.notes import ChartNote, keys_by_period, words_by_period
from equity.numbers import PERCENT, capitalised, date_words
from equity.periods import display_grain
from equity.selection import Selection
from equity.sentences import how_sure, real_change_words, rule_in_words, who_moved
from equity.sentences.definitions import break_words
from equity.sentences.directory import aim_words, member_words
from equity.sentences.phrases import baseline_name, period_words
from equity.sentences.points import people_behind
from equity.sentences.reach import reach_words, unknown_range_words
from equity.sentences.run_rules import rules_words
from equity.sentences.signals import rules_met
from equity.sentences.team_page import DECISIONS, aim_history_words, last_report_words
from equity.trend import GapTrend
from figures.team_run import team_run_figure
from figures.team_run_plan import Aim, RunWords, letter_of
from figures.theme import group_mark
from pages._team_answer import Answer
from pages._team_notes import notes_beneath, notes_of_run

HIDDEN_PERIODS = "The verdict also rests on periods that are hidden here, since few people were counted in them."


def facts(answer: Answer) -> list[Component]:
    """Who the team is, what it aims at, when it last reported."""
    team, network = answer.team, answer.catalogue.network
    last, missing = last_report_words(answer.trend)
    said = [
        Fact("Sector", team.sector or "not given"),
        Fact("Setting", capitalised(team.setting) or "not given", f"Cohort {team.cohort}" if team.cohort else ""),
        Fact("People served", team.population or "not given", member_words(team, network.starts_on, network.as_of)),
        aim_fact(answer),
        Fact("Last report", last, missing),
    ]
    return fact_list(said)


def aim_fact(answer: Answer) -> Fact:
    """The aim with its history; own aims are registered on the gap of record alone."""
    aim, measure = answer.aim, answer.measure
    if aim is None:
        return Fact("Aim", "none registered" if answer.is_record else "none for this comparison")
    history = aim_history_words(aim.registered_on, [((edit.value, edit.by), edit.changed_on) for edit in aim.edits], measure)
    gap = "A ratio of " if measure.scale == "ratio" else "A gap of "
    said = aim_words(aim.value, aim.by, measure)
    return Fact("Aim", capitalised(said) if said.startswith("no gap") else gap + said, history)


def lead_cards(answer: Answer) -> html.Div:
    noted = notes_of_run(answer)
    body = [
        chart("team-run-chart", run_figure(answer, noted), said_by="team-run-said"),
        html.Div([*key(answer), *notes_beneath(answer, noted)], id="team-run-key"),
        html.Div(notes_of(answer), id="team-run-notes", className="team-notes"),
    ]
    main = card("team-run", head=run_head(answer), body=body, foot=run_foot(answer, noted))
    return html.Div([html.Div(main, className="span-9"), html.Div(aside(answer), id="team-aside", className="aside span-3")], className="sheet")


def run_figure(answer: Answer, noted: tuple[ChartNote, ...]) -> dict:
    group, names, measure = answer.selection.group, answer.names, answer.measure
    rates, short, difference, _ = words.panel_titles(measure)
    by_ratio = measure.scale == "ratio"
    gap = "Gap: ratio, log scale (1 = no gap), with 95% interval" if by_ratio else difference
    unit = "ratio" if by_ratio else names.unit_words or "difference"
    aim = Aim(answer.aim.value, answer.aim.by, answer.aim.registered_on) if answer.aim else None
    tested_on = tuple(change.started_on for change in answer.changes)
    said = RunWords(rates, short, gap, f"Gap, {unit}", names.focus, names.reference, aim, tested_on, noted)
    return team_run_figure(
        answer.trend, answer.run, said, group_mark(group.position, group.kind), with_definition(answer.events, measure), as_of=answer.catalogue.network.as_of
    )


def run_head(answer: Answer) -> list[Component]:
    measure, trend = answer.measure, answer.trend
    unit = f"% of {measure.people}" if measure.multiplier == PERCENT else measure.unit
    middle = f"with the middle value (median) of {middle_of(answer)}"
    filled = " Filled points belong to a shift or a trend." if any(line.filled for line in (answer.run.focus, answer.run.reference, answer.run.gap)) else ""
    aimed = " Lower panel, dashed: the aim; dotted: the straight way to it." if answer.aim else ""
    subtitle = (
        f"{measure.name}, {unit}, by {display_grain(measure.grain)}, {middle if trend.latest else 'once there are numbers for both groups'}. "
        f"Shaded: 95% intervals.{filled}{aimed}{break_words(measure, trend)}"
    )
    return card_head("team-run", answer.title, subtitle, summary=answer.sentence.text)


def middle_of(answer: Answer) -> str:
    """Which periods the middle values come from."""
    run = answer.run
    if answer.begins and any(line.steps for line in (run.focus, run.reference, run.gap)):
        return f"each phase, before and since {date_words(answer.begins.started_on)}"
    return baseline_name(answer.trend) if run.gap.is_frozen else "all periods"


def key(answer: Answer) -> list[Component]:
    """What the marks in the strip under the chart mean, where there are any."""
    kinds = sorted({marker_of(point.mark) for point in answer.trend.points if point.mark})
    return [mark_key(kinds)] if kinds else []


def run_foot(answer: Answer, noted: tuple[ChartNote, ...]) -> list[Component]:
    groups = [f"{group.label}{f' ({group.includes})' if group.includes else ''}" for group in answer.selection.stratifier.groups]
    definition = html.Div(
        [measure_definition(answer.measure, groups=groups, compared=answer.names.reference), html.P(rule_in_words(answer.measure), className="definition")]
    )
    return card_foot(
        source=words.protected_source(answer.catalogue) + people_behind(answer.trend.latest, answer.names),
        table=trend_table(answer.trend, answer.names, noted=keys_by_period(noted)),
        csv_url=answer.csv("run"),
        definition=definition,
        method="run-chart",
    )


def run_listing(answer: Answer) -> Listing:
    """Every period of the gap, with the notes on it."""
    return with_notes(trend_listing(answer.trend), words_by_period(notes_of_run(answer)))


def notes_of(answer: Answer) -> list[html.Div]:
    """Who moved, how sure that is, how many people are meant, and what the unknown could change."""
    trend = answer.trend
    if not answer.works or answer.is_hidden:
        return []
    kept = HIDDEN_PERIODS if answer.cell and answer.cell.periods > known_periods(trend) else ""
    latest = trend.latest
    return notes(
        [
            ("Who moved", [who_moved(trend, answer.names)]),
            ("How sure are we?", [how_sure(trend), kept, real_change_words(answer.measure)]),
            ("How many people to reach", [reach_words(latest, answer.measure, answer.names)]),
            ("People of unknown group", [unknown_words_of(answer)]),
        ]
    )


def known_periods(trend: GapTrend) -> int:
    return sum(point.blank is None for point in trend.points)


def unknown_words_of(answer: Answer) -> str:
    """The range over whom the people of unknown group belong to, where the two groups and they are all people."""
    latest, groups = answer.trend.latest, answer.groups
    if latest is None or groups.reference.kind != "others":
        return ""
    place = groups.periods.index(latest.period)
    counts = [groups.groups[group.group_code][place] for group in answer.selection.stratifier.groups if group.kind != "group"]
    if any(count.blank for count in counts):
        return f"How many people have no known group in {period_words(latest.period)} is not known or hidden, so what they could change cannot be told."
    return unknown_range_words(latest, pooled_count(counts), answer.measure) if counts else ""


def aside(answer: Answer) -> list[Component]:
    """The changes, the rules, the guards."""
    run = answer.run
    said = rules_words(run, answer.trend, answer.names) if answer.works else []
    met = rules_met(signal for line in (run.focus, run.reference, run.gap) for signal in line.signals)
    return [*changes_parts([tested(answer, place) for place in range(len(answer.changes))]), *rules_parts(said, met), *guards(answer)]


def tested(answer: Answer, place: int) -> TestedChange:
    """A change of this team with the letter of its flag."""
    change, points = answer.changes[place], answer.trend.points
    inside = bool(points) and points[0].period.start <= change.started_on <= points[-1].period.end
    return tested_change(change, letter_of(place) if inside else "")


def tested_change(change: Change, letter: str = "") -> TestedChange:
    """A change in words."""
    until = f" to {date_words(change.ended_on)}" if change.ended_on else ""
    return TestedChange(letter, change.tested, change.driver, date_words(change.started_on) + until, DECISIONS[change.decision])


def guards(answer: Answer) -> list[Component]:
    """The balancing measures of this one that the team works on, and what this one guards."""
    found = [measure for measure in answer.measures if answer.measure.measure_id in measure.guards]
    mine = [measure for measure in answer.measures if measure.measure_id in answer.measure.guards]
    cells = [(measure.name, measure_url(answer, measure), answer.cells[measure.measure_id].word, answer.cells[measure.measure_id].blank) for measure in found]
    return guard_list(cells, [(measure.name, measure_url(answer, measure)) for measure in mine])


def measure_url(answer: Answer, measure: Measure) -> str:
    """This page on another measure."""
    chosen = answer.selection
    return Selection.from_query({"measure": measure.measure_id}, answer.catalogue)[0].but(team=chosen.team, peers=chosen.peers).to_query()
