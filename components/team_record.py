"""A team's own record: practices by quarter, actions against inequities, the quality of its reports, what is due next, and its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from components import html
from components.marks import mark
from components.tables import data_table
from equity.blanks import NOT_REPORTED, marker_of
from equity.blanks import WORDS as BLANK_WORDS
from equity.report_states import CAME, STATE_MEANINGS, STATE_WORDS
from equity.stages import STAGE_WORDS, stage_words

SHOWN, UNPROVEN, WAITING = "shown", "unproven", "waiting"
ACTION_WORDS = {SHOWN: "acted, with evidence", UNPROVEN: "acted, no evidence yet", WAITING: "adopted, not acted on yet"}


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """One practice: what it means, and its stage in each quarter (empty where nobody told)."""

    name: str
    wording: str
    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action: against which inequity, in which focus area, how far it is, on which days, by what evidence."""

    focus_area: str
    inequity: str
    state: str
    days: str
    evidence: str


@dataclass(frozen=True, slots=True)
class StoryWords:
    """What a team said on a quarter, and who said it."""

    words: str
    said_by: str


def practice_grid(periods: Sequence[str], rows: Sequence[PracticeRow], *, caption: str) -> html.Table:
    """A row a practice, a column a quarter, a mark for each stage with its word for those who do not see it."""
    head = [html.Th("Practice", scope="col"), *(html.Th(words, scope="col") for words in periods)]
    body = [html.Tr([html.Th(row.name, scope="row", title=row.wording), *(stage_cell(stage) for stage in row.stages)]) for row in rows]
    return html.Table([html.Caption(caption, className="sr-only"), html.Thead(html.Tr(head)), html.Tbody(body)], className="stages drawn")


def stage_cell(stage: str) -> html.Td:
    """One quarter's stage: the mark seen, the word read."""
    words = stage_words(stage) if stage else BLANK_WORDS[NOT_REPORTED]
    return html.Td([mark(stage_mark(stage)), html.Span(words, className="sr-only")], title=words)


def stage_mark(stage: str) -> str:
    """The mark of a stage; of a word of the network's own a plain one, and an open square where nobody told."""
    if not stage:
        return NOT_REPORTED
    return f"stage-{stage}" if stage in STAGE_WORDS else "stage-other"


def stage_key(stages: Sequence[str]) -> html.Div:
    """What the marks mean, for the stages that are shown."""
    known = [stage for stage in STAGE_WORDS if stage in stages]
    others = sorted(set(stages) - set(STAGE_WORDS) - {""})
    said = [(stage_mark(stage), stage_words(stage)) for stage in (*known, *others)]
    said += [(NOT_REPORTED, BLANK_WORDS[NOT_REPORTED])] if "" in stages else []
    return html.Div([html.Span([mark(kind), words]) for kind, words in said], className="key")


def stages_table(periods: Sequence[str], rows: Sequence[PracticeRow], *, caption: str) -> html.Table:
    """The same in words, with what each practice means."""
    cells = [[row.name, row.wording, *(stage_words(stage) if stage else BLANK_WORDS[NOT_REPORTED] for stage in row.stages)] for row in rows]
    return data_table(caption, ("Practice", "Meaning", *periods), cells)


def action_list(rows: Sequence[ActionRow]) -> html.Ul:
    """The actions, each against its inequity; those that only stand on paper say so."""
    return html.Ul([action_row(row) for row in rows], className="actions")


def action_row(row: ActionRow) -> html.Li:
    """One action."""
    state = html.Span([mark(f"action-{row.state}"), ACTION_WORDS[row.state]], className=f"action-state action-{row.state}")
    evidence = [html.P(row.evidence)] if row.evidence else []
    what = [html.P(row.inequity, className="action-what"), *evidence, html.P(row.focus_area, className="quiet")]
    return html.Li([html.Div(what), html.Div([state, html.P(row.days, className="quiet")])])


def story_parts(stories: Sequence[StoryWords]) -> list[Component]:
    """The latest words large; all others unfold."""
    latest, *others = stories
    said = [html.Blockquote(html.P(latest.words), className="team-words"), html.P(latest.said_by, className="said-by")]
    if not others:
        return said
    more = [html.Div([html.Blockquote(html.P(one.words)), html.P(one.said_by, className="said-by")]) for one in others]
    return [
        *said,
        html.Details([html.Summary(f"Read {'the earlier report' if len(others) == 1 else f'all {len(stories)} reports'}"), *more], className="stories"),
    ]


def quality_fact(fact_id: str, words: Sequence[Component], *below: Component) -> html.Div:
    """One fact of the reports, with its chart under it; the words can be replaced."""
    return html.Div([html.Div(list(words), id=fact_id), *below], className="quality-fact" if below else "quality-fact drawn")


def fact_words(name: str, value: str, said: str) -> list[Component]:
    """What is told, how large it is, and what it was."""
    return [html.H3(name), html.P(value, className="number"), *([html.P(said, className="quiet")] if said else [])]


def report_marks(states: Sequence[tuple[str, str]]) -> html.Ul:
    """One mark a report, in the order of time. Takes (period, state)."""
    items = [
        html.Li([mark(report_mark(state)), html.Span(f"{period} {STATE_WORDS[state]}", className="sr-only")], title=report_title(period, state))
        for period, state in states
    ]
    return html.Ul(items, className="report-marks")


def report_title(period: str, state: str) -> str:
    """What a mark says when it is pointed at."""
    return f"{period}: {STATE_WORDS[state]}. {STATE_MEANINGS.get(state, '')}".strip()


def report_mark(state: str) -> str:
    """The mark of a report: for what came one of its own, else its blank's."""
    return f"report-{state}" if state in CAME else marker_of(state)


def report_key(states: Sequence[str]) -> html.Div:
    """What the marks of these reports mean."""
    kinds = {report_mark(state): words for state, words in STATE_WORDS.items() if state in states}
    return html.Div([html.Span([mark(kind), words]) for kind, words in kinds.items()], className="key")


def due_list(rows: Sequence[tuple[str, str, str]]) -> html.Dl:
    """What is due: (day, what, more), a line each."""
    return html.Dl([due_row(*row) for row in rows], className="due")


def due_row(day: str, what: str, more: str) -> html.Div:
    """One day with what is to be done until then."""
    said = [html.P(what, className="due-what"), html.P(more, className="quiet")]
    return html.Div([html.Dt(day), html.Dd(said)])
