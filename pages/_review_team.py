"""A sheet for each team: its gap and verdict at the quarter's end, what it tested, its own words beside the line, its levels for who may know them."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components import network_cards as words
from components.cards import card, card_foot, card_head, chart
from components.marks import state_cell
from components.review import OtherGap, changes_list, facts, others_list, part, words_of_team
from components.team_lead import TestedChange
from data_access.changes import Change, changes_of
from data_access.frameworks import frameworks
from data_access.progress_scores import progress_of
from data_access.stories import stories_of
from data_access.team_maturity import team_profile
from equity.catalogue import Team
from equity.notes import ChartNote
from equity.numbers import capitalised, date_words, shortened
from equity.periods import display_grain
from equity.progress_scale import step_words
from equity.review import decision_then
from equity.sentences import Names, how_sure, who_moved
from equity.sentences.directory import aim_words, place_words
from equity.sentences.maturity_page import month_words
from equity.sentences.phrases import period_words
from equity.sentences.review import decision_words, state_sentence, state_title
from equity.sentences.team_page import no_work_sentence
from equity.stratified_run import stratified_run
from equity.team_maturity import TeamDomain, TeamMaturity
from figures.team_run import team_run_figure
from figures.team_run_plan import Aim, RunWords, letter_of
from figures.theme import group_mark
from pages._frame import team_url
from pages._review_answer import Answer, Told
from pages._review_notes import noted_chart, notes_of_sheet, told_notes

# What a sheet of paper has room for below the chart.
MOST_CHANGES = 5
# A domain's name on a sheet; the team's page has it whole.
NAME_LETTERS = 44
UNSEEN = "Levels of maturity are told to the team, its coaches and the network's lead. They are not shared here."


def team_cards(answer: Answer) -> list[html.Section]:
    """A sheet a team, in the order of the alphabet."""
    return [team_card(answer, team) for team in answer.teams]


def team_card(answer: Answer, team: Team) -> html.Section:
    """The whole sheet of one team."""
    told = answer.leads[team.team_id]
    return gap_sheet(answer, told) if told else no_gap_sheet(answer, team)


def card_of(team: Team) -> str:
    """The id of a team's sheet."""
    return f"review-team-{team.team_id}"


def no_gap_sheet(answer: Answer, team: Team) -> html.Section:
    """A team that works on nothing that has a gap has its sheet too."""
    card_id, said = card_of(team), no_work_sentence(team.name)
    body = [html.Div([*words_part(answer, team), *levels_part(answer, team)], className="review-parts")]
    return card(card_id, head=card_head(card_id, said.lead.rstrip("."), place_of(team)), body=body, foot=sheet_foot(answer, team, ""), span="review-sheet")


def gap_sheet(answer: Answer, told: Told) -> html.Section:
    """A team with its gap."""
    names, team = answer.names(told), told.team
    card_id, said = card_of(team), state_sentence(told.trend, names, told.state)
    changes, noted = changes_then(answer, told), notes_of_sheet(answer, told)
    title = state_title(team.name, told.trend, names, told.state, answer.quarter)
    subtitle = f"{place_of(team)} {told.measure.name}: {names.focus} against {names.reference}, by {display_grain(told.measure.grain)}, with 95% intervals."
    drawn = chart(f"{card_id}-chart", run_figure(answer, told, names, changes, noted), said_by=f"{card_id}-said")
    body = [
        html.P([state_cell(told.state.word, told.state.blank), f" {said.rest if told.state.word else said.text}"], className="review-finding"),
        facts(facts_of(answer, told)),
        noted_chart(drawn, told_notes(answer, told, noted)),
        html.Div(parts_of(answer, told, names, changes), className="review-parts"),
        *levels_part(answer, team),
    ]
    foot = sheet_foot(answer, team, told.measure.measure_id)
    return card(card_id, head=card_head(card_id, title, subtitle, summary=said.text), body=body, foot=foot, span="review-sheet")


def parts_of(answer: Answer, told: Told, names: Names, changes: list[Change]) -> list[html.Div]:
    """What stands under the chart."""
    return [*moved_part(told, names), *changes_part(answer, told, changes), *words_part(answer, told.team), *others_part(answer, told)]


def place_of(team: Team) -> str:
    """Sector, setting and cohort, as far as they are given."""
    said = ", ".join(filter(None, (team.sector, place_words(team).lower())))
    return f"{capitalised(said)}." if said else ""


def facts_of(answer: Answer, told: Told) -> list[tuple[str, str]]:
    """The aim as it stood, the last numbers, and the people served."""
    latest = told.trend.latest
    return [
        ("Aim", aim_of(answer, told)),
        ("Last numbers", latest.period.label if latest else "none yet"),
        ("People served", told.team.population or "not given"),
    ]


def aim_of(answer: Answer, told: Told) -> str:
    """A gap of 6 points or less by December 2026."""
    aim = answer.aim(told)
    if aim is None:
        return "None registered by then"
    said = aim_words(aim.value, aim.by, told.measure)
    return capitalised(said) if said.startswith("no gap") else f"{'A ratio of' if told.measure.scale == 'ratio' else 'A gap of'} {said}"


def changes_then(answer: Answer, told: Told) -> list[Change]:
    """The changes on this measure that had begun by the quarter's end."""
    found = changes_of(answer.viewer, [told.team.team_id], measure_id=told.measure.measure_id).get(told.team.team_id, ())
    return [change for change in found if change.started_on <= answer.quarter.end]


def run_figure(answer: Answer, told: Told, names: Names, changes: list[Change], noted: tuple[ChartNote, ...]) -> dict:
    """The run chart of the periods until the quarter's end."""
    measure, day = told.measure, answer.quarter.end
    rates, short, difference, _ = words.panel_titles(measure)
    gap = "Gap: ratio, log scale (1 = no gap), with 95% interval" if measure.scale == "ratio" else difference
    unit = "ratio" if measure.scale == "ratio" else names.unit_words or "difference"
    aim = answer.aim(told)
    drawn = Aim(aim.value, aim.by, aim.registered_on) if aim else None
    said = RunWords(rates, short, gap, f"Gap, {unit}", names.focus, names.reference, drawn, tuple(change.started_on for change in changes), noted)
    events = [event for event in answer.catalogue.events if event.starts_on <= day and event.cohort in ("", told.team.cohort)]
    group = answer.catalogue.stratifier(measure.stratifier_id).group(told.terms.focus_group or measure.focus_group)
    return team_run_figure(told.trend, stratified_run(told.trend), said, group_mark(group.position, group.kind), events, as_of=day)


def moved_part(told: Told, names: Names) -> list[html.Div]:
    """Who moved and how sure that is; nothing where no verdict is told."""
    if told.state.word is None:
        return []
    return [part("Who moved, and how sure", [html.P(who_moved(told.trend, names)), html.P(how_sure(told.trend))])]


def changes_part(answer: Answer, told: Told, changes: list[Change]) -> list[html.Div]:
    """The latest changes, with the letters of their flags."""
    points = told.trend.points
    inside = [bool(points) and points[0].period.start <= change.started_on <= points[-1].period.end for change in changes]
    said = [tested_then(answer, change, letter_of(place) if inside[place] else "") for place, change in enumerate(changes)]
    return [part("Changes tested", changes_list(said[-MOST_CHANGES:], len(said[:-MOST_CHANGES])))]


def tested_then(answer: Answer, change: Change, letter: str) -> TestedChange:
    """A change with its decision as it stood at the quarter's end."""
    day = answer.quarter.end
    until = f" to {date_words(change.ended_on)}" if change.ended_on and change.ended_on <= day else ""
    decision = decision_words(decision_then(change.decision, change.ended_on, day))
    return TestedChange(letter, change.tested, "", date_words(change.started_on) + until, decision)


def words_part(answer: Answer, team: Team) -> list[html.Div]:
    """The team's own words on the quarter."""
    quarter = answer.quarter
    found = [story for story in stories_of(answer.viewer, team.team_id) if quarter.start <= story.period_start <= quarter.end]
    said = [one for story in found for one in words_of_team(story.words, capitalised(story.by) or team.name)]
    return [part("In the team's words", said or [html.P(f"It sent no words on {period_words(quarter)}.", className="quiet")])]


def others_part(answer: Answer, told: Told) -> list[html.Div]:
    """Its other gaps: each by itself, never added up."""
    others = [
        OtherGap(one.measure.name, team_url(one.team.team_id, answer.asked.selection, measure_id=one.measure.measure_id), one.state.word, one.state.blank)
        for one in answer.others(told)
    ]
    return [part("Its other gaps", others_list(others))]


def levels_part(answer: Answer, team: Team) -> list[Component]:
    """Levels and progress score by the quarter's end, for those who may know them."""
    if not answer.viewer.sees(team.team_id):
        return [
            html.P("Levels of maturity are told to the team, its coaches and the network's lead. They are not shared here.", className="quiet review-unseen")
        ]
    day = answer.quarter.end
    profiles = [(framework, team_profile(answer.viewer, framework, team.team_id, until=day)) for framework in frameworks(answer.viewer)]
    scored = [
        part(f"{shortened(framework.name, NAME_LETTERS)}, {month_words(profile.latest_on)}", [levels_list(profile)])
        for framework, profile in profiles
        if profile.is_scored
    ]
    return [html.Div([*scored, *progress_part(answer, team)], className="review-levels")]


def levels_list(profile: TeamMaturity) -> html.Ul:
    """Every domain that was scored: its level then and now."""
    scored = [domain for domain in profile.domains if domain.now is not None]
    return html.Ul(
        [html.Li([f"{shortened(domain.label, NAME_LETTERS)}: ", html.B(level_words(domain))], title=domain.label) for domain in scored],
        className="review-points",
    )


def level_words(domain: TeamDomain) -> str:
    """2 then, 3 now; a move up without evidence says so."""
    then = f"{domain.then} then, " if domain.then is not None else ""
    return f"{then}{domain.now} now{', no evidence on file' if domain.unsupported else ''}"


def progress_part(answer: Answer, team: Team) -> list[html.Div]:
    """The latest score by the quarter's end, with its evidence."""
    scores = [score for score in progress_of(answer.viewer, team.team_id) if score.scored_on <= answer.quarter.end]
    if not scores:
        return []
    latest = scores[-1]
    said = f"{latest.score:g}: {step_words(latest.score)}. Set on {date_words(latest.scored_on)}. {latest.evidence or 'No evidence on file.'}"
    return [part("Progress score, from 0.5 to 5", [html.P(said)])]


def sheet_foot(answer: Answer, team: Team, measure_id: str) -> list[Component]:
    """Source, file and method, and the way to the team's own page."""
    foot = card_foot(source=words.protected_source(answer.catalogue), table=None, csv_url=answer.csv("gaps"), defined="/measures", method="run-chart")
    link = html.A(f"The page of {team.name}", href=team_url(team.team_id, answer.asked.selection, measure_id=measure_id))
    return [foot[0], link, *foot[1:]]
