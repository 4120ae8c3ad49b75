"""IHI's progress score: how many teams stand on each step, and the steps of the reader's own team. People set it; nothing here computes it."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components.cards import card, card_foot, card_head, chart, definition_list
from components.definition_card import PROGRESS_URL
from components.maturity_levels import LevelRow, level_counts, levels_key
from components.tables import data_table
from data_access.progress_scores import progress_of
from equity.listing import Listing
from equity.numbers import date_words, plural
from equity.progress_scale import SCALE_NAME, STEPS, RatedProgress, shown_progress, step_words
from equity.sentences.maturity_cards import progress_title, progress_words
from equity.sentences.maturity_page import month_words
from figures.progress_steps import progress_steps_figure, rater_name
from figures.theme import empty_figure
from pages._maturity_answer import Answer

PROGRESS = "maturity-progress"
CHART, COUNTS, STEPS_HEAD = f"{PROGRESS}-chart", f"{PROGRESS}-counts", f"{PROGRESS}-team"
NUMBERS = {step: f"{step:g}" for step in STEPS}


def progress_card(answer: Answer) -> html.Section:
    scores = scores_of_team(answer)
    parts = [
        html.Div(counts_body(answer, scores), id=COUNTS, className="span-7"),
        html.Div([html.Div(team_head(answer), id=STEPS_HEAD), chart(CHART, steps_figure(answer, scores), said_by=f"{PROGRESS}-said")], className="span-5"),
    ]
    return card(PROGRESS, head=progress_head(answer, scores), body=[html.Div(parts, className="sheet")], foot=progress_foot(answer, scores))


def scores_of_team(answer: Answer) -> list[RatedProgress]:
    """The reader's own team's scores, where they may be shown."""
    team = answer.asked.team
    if team is None or not answer.viewer.sees(team.team_id):
        return []
    return [RatedProgress(one.scored_on, one.rater, one.score) for one in progress_of(answer.viewer, team.team_id)]


def progress_head(answer: Answer, scores: list[RatedProgress]) -> list[Component]:
    found = answer.progress
    days = f"Filled: latest scores ({month_words(found.latest_on)}). Hollow: first scores ({month_words(found.first_on)}). " if found.teams else ""
    subtitle = f"{days}People set this score by the words of each step; it is never computed."
    return card_head(PROGRESS, progress_title(found), subtitle, summary=summary(answer, scores))


def summary(answer: Answer, scores: list[RatedProgress]) -> str:
    """What both charts say, in words."""
    said = [progress_words(answer.progress)]
    if scores:
        then, now = shown_progress(scores)
        moved = f"went from {then:g} to {now:g}" if then is not None else f"is at {now:g}"
        said.append(f"{answer.asked.team.name} {moved}: {step_words(now)}.")
    return " ".join(filter(None, said)) or "No progress score is shown."


def counts_body(answer: Answer, scores: list[RatedProgress]) -> list[Component]:
    found = answer.progress
    if not found.teams:
        return [
            html.P(
                "Counts are shown from five teams on." if found.withheld else "Progress scores are shown here once they are loaded.", className="beside-words"
            )
        ]
    mine = place_of(scores) if scores else None
    row = LevelRow(plural(found.teams, "team").capitalize(), found.then, found.now, mine)
    columns = [(NUMBERS[step], words) for step, words in STEPS.items()]
    table = level_counts(columns, [row], caption="Teams on each step of the progress scale, now and at the start", compact=True)
    words = html.Details(
        [html.Summary("What each step says"), definition_list([(f"{NUMBERS[step]}", text) for step, text in STEPS.items()])], className="rubric"
    )
    said = html.P(progress_words(found), className="beside-words")
    return [html.Div(table, className="levels-place"), levels_key(answer.asked.team.name if scores else None), said, words]


def place_of(scores: list[RatedProgress]) -> int:
    """On which step the reader's own team stands now."""
    return max(place for place, step in enumerate(STEPS) if step <= max(shown_progress(scores)[1], min(STEPS)))


def team_head(answer: Answer) -> list[Component]:
    if answer.asked.team is None:
        return []
    return [html.H3(f"{answer.asked.team.name}, each score since the start", className="part-title")]


def steps_figure(answer: Answer, scores: list[RatedProgress]) -> dict:
    team = answer.asked.team
    if team is None:
        return empty_figure("Choose your team above to see its own scores.", height=60)
    if not answer.viewer.sees(team.team_id):
        return empty_figure("Single scores are for the team's members and the network's lead.", height=60)
    return progress_steps_figure(scores)


def progress_foot(answer: Answer, scores: list[RatedProgress]) -> list[Component]:
    scored = f" n: {plural(answer.progress.teams, 'team')}." if answer.progress.teams else ""
    return card_foot(
        source=f"{SCALE_NAME}, 0.5 to 5.{scored}",
        table=html.Div(tables(answer, scores)),
        csv_url=answer.csv("progress"),
        defined=PROGRESS_URL,
        method="progress",
    )


def tables(answer: Answer, scores: list[RatedProgress]) -> list[Component]:
    found = answer.progress
    counts = [
        [NUMBERS[step], words, *("hidden" if found.withheld else str(count) for count in pair)]
        for (step, words), pair in zip(STEPS.items(), zip(found.then, found.now, strict=True), strict=True)
    ]
    network = data_table("Teams on each step", ("Score", "What it says", "Teams then", "Teams now"), counts, amounts=(2, 3))
    rows = [[date_words(one.scored_on), rater_name(one.rater), f"{one.score:g}", step_words(one.score)] for one in scores]
    own = [data_table(f"Scores of {answer.asked.team.name}", ("Day", "Rater", "Score", "What it says"), rows, amounts=(2,))] if rows else []
    return [network, *own]


def progress_listing(answer: Answer) -> Listing:
    """A row a step: the teams on it; then a row for every score of the reader's own team."""
    found = answer.progress
    head = ("who", "day", "rater", "score", "words", "teams_then", "teams_now", "blank")
    steps = zip(STEPS.items(), found.then, found.now, strict=True)
    network = [("network", None, None, step, words, *((None, None, "hidden") if found.withheld else (then, now, ""))) for (step, words), then, now in steps]
    own = [(answer.asked.team.name, one.scored_on.isoformat(), one.rater, one.score, step_words(one.score), None, None, "") for one in scores_of_team(answer)]
    return Listing(head, (*network, *own))
