"""Is the process stable? One series of the team with limits, by the kind of chart that suits it, in phases that begin at changes on record."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from dash import Output
from dash.development.base_component import Component

from components import html
from components.cards import card, card_foot, card_head, chart
from components.definition_card import definition_url
from components.marks import mark_key
from components.network_cards import protected_source
from components.process_card import ProcessRow, process_choices, process_notes, process_table
from components.selectors import Badge, Choice
from equity.blanks import NOT_APPLICABLE, WORDS, marker_of
from equity.counted import counted_names, counted_values
from equity.counts import Count
from equity.listing import Listing, rounded, with_notes
from equity.notes import ChartNote, keys_by_period, words_by_period
from equity.numbers import PERCENT, capitalised, date_words, shortened
from equity.periods import display_grain
from equity.sentences.directory import aim_words
from equity.sentences.phrases import grain_word
from equity.sentences.process import (
    KIND_WORDS,
    NewPhase,
    assurance_words,
    centre_word,
    findings_words,
    kind_option,
    kind_words,
    limits_words,
    phases_words,
    process_title,
    rule_words,
)
from equity.sentences.signals import RULE_NAMES, rules_at, rules_met
from figures.labels import wrapped
from figures.note_marks import note_lines
from figures.process_chart import process_figure
from figures.process_plan import Point, ProcessWords
from figures.team_run_plan import letter_of
from pages._frame import body_outputs, card_outputs, chart_outputs
from pages._team_answer import Answer
from pages._team_notes import notes_beneath, notes_of_line
from pages._team_process_asked import EVERYBODY, FOCUS, GAP, LINES, REFERENCE, address_of, kinds_of
from pages._team_process_series import Shown, shown_of

CARD = "team-process"
NAMES = ("line", "chart", "since")
OUTPUTS = [
    *card_outputs(CARD),
    *chart_outputs(f"{CARD}-chart"),
    *(Output(f"team-{name}", part) for name in NAMES for part in ("options", "value")),
    *body_outputs(*(f"{CARD}-{part}" for part in ("key", "notes"))),
]
LABELS = {"line": "Whose line", "chart": "Kind of chart", "since": "New phase since"}
LONGEST_CHANGE, HOVER_WIDTH = 48, 44
METHODS = {"run": "run-chart", "gap": "gap-chart"}


def process_card(answer: Answer) -> html.Section:
    shown = shown_of(answer)
    noted = notes_of_line(answer, shown.periods)
    body = [
        process_choices(choices(answer, shown)),
        chart(f"{CARD}-chart", figure_of(answer, shown, noted), said_by=f"{CARD}-said"),
        html.Div([*key_of(shown), *notes_beneath(answer, noted)], id=f"{CARD}-key"),
        html.Div(notes_of(answer, shown), id=f"{CARD}-notes", className="team-notes process-notes"),
    ]
    return card(CARD, head=head_of(answer, shown), body=body, foot=foot_of(answer, shown, noted))


def choices(answer: Answer, shown: Shown) -> list[Choice]:
    """Whose line, which kind of chart, and the recorded changes at which a new phase may begin."""
    chosen, measure = answer.selection, answer.measure
    lines = tuple((line, capitalised(line_names(answer)[line])) for line in LINES)
    suggested = ("", f"Suggested: {KIND_WORDS[shown.chart.suggested.kind]}")
    kinds = tuple((address_of(kind), kind_option(kind)) for kind in kinds_of(chosen.line, measure))
    nothing = ("", "No change: one phase" if answer.changes else "No change is on record")
    since = tuple((change.change_id, change_words(answer, place)) for place, change in enumerate(answer.changes))
    return [
        Choice("line", LABELS["line"], lines, chosen.line or FOCUS, ("chart",)),
        Choice("chart", LABELS["chart"], (suggested, *kinds), chosen.chart),
        Choice("since", LABELS["since"], (nothing, *since), chosen.since),
    ]


def line_names(answer: Answer) -> dict[str, str]:
    """What each series is called."""
    names = answer.names
    return {FOCUS: names.focus, REFERENCE: names.reference, EVERYBODY: f"all {names.people} together", GAP: "the gap"}


def change_words(answer: Answer, place: int) -> str:
    """A change on record with its letter and its day."""
    change = answer.changes[place]
    return f"{letter_of(place)}, {date_words(change.started_on)}: {shortened(change.tested, LONGEST_CHANGE)}"


def process_badges(answer: Answer) -> list[Badge]:
    """What the reader chose in this card; each can be taken away."""
    chosen = answer.selection
    said = {
        "line": line_names(answer).get(chosen.line, ""),
        "chart": next((KIND_WORDS[kind] for kind in kinds_of(chosen.line, answer.measure) if address_of(kind) == chosen.chart), ""),
        "since": date_words(answer.begins.started_on) if answer.begins else "",
    }
    return [Badge(LABELS[name], words, chosen.but(**{name: ""}).to_query()) for name, words in said.items() if words]


def figure_of(answer: Answer, shown: Shown, noted: Sequence[ChartNote]) -> dict:
    return process_figure(shown.chart, points_of(shown, noted), words_of(answer, shown), shown.mark)


def words_of(answer: Answer, shown: Shown) -> ProcessWords:
    measure, found = answer.measure, shown.chart
    begins = next((letter_of(place) for place, change in enumerate(answer.changes) if change.change_id == answer.selection.since), "")
    centre, split = centre_word(found.kind), found.split is not None and found.split.holds
    phases = [
        (f"{name} {begins}: {centre} {shown.written(found.lines.centre[phase.start])}", f"{name} {begins}: {shown.bare(found.lines.centre[phase.start])}")
        for name, phase in zip(("Before", "Since"), found.phases, strict=False)
    ]
    return ProcessWords(
        name=shown.name,
        title=shown.title,
        title_short=shown.title_short,
        centre=centre,
        unit="%" if measure.multiplier == PERCENT and not shown.is_gap else "",
        places=shown.places,
        is_whole=shown.is_whole and not shown.by_ratio,
        least=-inf if shown.is_gap else 0.0,
        rules=RULE_NAMES,
        aim=answer.aim.value if shown.is_gap and answer.aim else None,
        changes=tuple(change.started_on for change in answer.changes),
        begins=begins,
        phases=phases if split else (),
        is_ratio=shown.by_ratio,
    )


def points_of(shown: Shown, noted: Sequence[ChartNote]) -> list[Point]:
    keys, words = keys_by_period(noted), words_by_period(noted)
    said = [said_of(shown, place) + note_lines(words.get(place, ())) for place in range(len(shown.periods))]
    return [Point(period, said[place], shown.marks[place], keys.get(place, "")) for place, period in enumerate(shown.periods)]


def said_of(shown: Shown, place: int) -> str:
    """What a point says when it is pointed at: its value, its lines, and the rules that it belongs to a pattern of."""
    found, lines = shown.chart, shown.chart.lines
    counted = shown.counted(place)
    said = [f"<b>{shown.periods[place].label}</b>", f"{shown.written(found.values[place])}{f' ({counted})' if counted else ''}"]
    if found.values[place] == found.values[place] and found.judged[place] != found.judged[place]:
        said.append("too few people to judge")
    if lines.centre[place] == lines.centre[place]:
        said.append(f"{centre_word(found.kind)} {shown.written(lines.centre[place])}")
    if lines.low[place] == lines.low[place]:
        said.append(f"limits {shown.bare(lines.low[place])} to {shown.bare(lines.high[place])}")
    rules = [wrapped(f"{name}: {words}", HOVER_WIDTH)[0] for name, words in rules_at(found.signals, place, rule_words(found))]
    return "<br>".join([*said, *rules])


def key_of(shown: Shown) -> list[Component]:
    """What the marks in the strip under the chart mean, where there are any."""
    kinds = sorted({marker_of(kind) for kind in shown.marks if kind})
    return [mark_key(kinds)] if kinds else []


def head_of(answer: Answer, shown: Shown) -> list[Component]:
    found, measure = shown.chart, answer.measure
    title = process_title(found, shown.subject)
    filled = " Filled points belong to a signal." if any(signal.side for signal in found.signals) else ""
    unit = f"{measure.name}, {shown.unit}, by {display_grain(measure.grain)}"
    subtitle = f"Is the process stable? {unit}. {kind_words(found, is_chosen=bool(answer.selection.chart))}{filled}"
    said = [*findings_words(found, shown.periods, shown.subject), *limits_words(found, shown.periods, measure)]
    return card_head(CARD, title, subtitle, summary=f"{title}. {' '.join(said)}")


def notes_of(answer: Answer, shown: Shown) -> list[html.Div]:
    found, measure = shown.chart, answer.measure
    begins = NewPhase(answer.begins.tested, answer.begins.started_on) if answer.begins else None
    aim = aim_words(answer.aim.value, answer.aim.by, measure) if answer.aim else ""
    parts = [
        ("Is it changing?", findings_words(found, shown.periods, shown.subject)),
        ("What are the limits worth?", limits_words(found, shown.periods, measure)),
        ("Where do the lines come from?", phases_words(found, shown.periods, measure, begins, can_choose=bool(answer.changes))),
        ("Will it meet its aim?", assurance_words(found, aim, is_gap=shown.is_gap)),
    ]
    method = METHODS.get(found.kind, "control-chart")
    return process_notes(parts, rules_met(found.signals, rule_words(found)), ("How this chart is made", f"/methods#method-{method}"))


def foot_of(answer: Answer, shown: Shown, noted: Sequence[ChartNote]) -> list[Component]:
    caption = f"{answer.measure.name}: {shown.name}, {KIND_WORDS[shown.chart.kind]}, by {grain_word(answer.measure)}"
    rows = [row_of(shown, place) for place in range(len(shown.periods))]
    table = process_table(caption, rows, centre=capitalised(centre_word(shown.chart.kind)), noted=keys_by_period(noted))
    return card_foot(
        source=protected_source(answer.catalogue),
        table=table,
        csv_url=answer.csv("process"),
        defined=definition_url(answer.measure),
        method="process-chart",
    )


def row_of(shown: Shown, place: int) -> ProcessRow:
    found = shown.chart
    lines = (found.lines.centre, found.lines.low, found.lines.high)
    centre, low, high = (shown.written(line[place]) if line[place] == line[place] else "none yet" for line in lines)
    value = found.values[place]
    return ProcessRow(shown.periods[place].label, shown.written(value), shown.counted(place), shown.blanks[place], centre, low, high, rules_words(shown, place))


def rules_words(shown: Shown, place: int) -> str:
    """What the rules say of one period."""
    found = shown.chart
    if found.judged[place] != found.judged[place]:
        return "not judged"
    return ", ".join(RULE_NAMES[rule] for rule in found.rules_at(place)) or ("no signal" if found.standing != "insufficient" else "no rule used yet")


def process_listing(answer: Answer) -> Listing:
    """A row a period: what is drawn, and what the rules say of it."""
    shown = shown_of(answer)
    found = shown.chart
    head = ("period_start", "period", "series", "chart", *counted_names(), "value", "centre", "lower_limit", "upper_limit", "phase", "rules", "blank")
    number = {place: at for at, phase in enumerate(found.phases, start=1) for place in range(phase.start, phase.stop)}
    rows = [
        (
            period.start.isoformat(),
            period.label,
            shown.name,
            KIND_WORDS[found.kind],
            *counted_values(shown.counts[place] or Count(None, None, NOT_APPLICABLE)),
            rounded(found.values[place]),
            *(rounded(line[place]) for line in (found.lines.centre, found.lines.low, found.lines.high)),
            number[place],
            rules_words(shown, place),
            WORDS[shown.blanks[place]] if shown.blanks[place] else "",
        )
        for place, period in enumerate(shown.periods)
    ]
    return with_notes(Listing(head, tuple(rows)), words_by_period(notes_of_line(answer, shown.periods)))
