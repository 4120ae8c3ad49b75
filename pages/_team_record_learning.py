"""What a team learned and did: its progress score, practices, words, and actions against inequities."""

from __future__ import annotations

from collections.abc import Sequence

from components import html
from components.cards import card, card_foot, card_head, chart
from components.definition_card import PRACTICES_URL, PROGRESS_URL
from components.tables import data_table
from components.team_record import (
    SHOWN,
    UNPROVEN,
    WAITING,
    ActionRow,
    PracticeRow,
    StoryWords,
    action_list,
    practice_grid,
    stage_key,
    stages_table,
    story_parts,
)
from data_access.actions import Action, actions_of
from data_access.frameworks import frameworks
from data_access.practice_use import practice_use_of, practices
from data_access.progress_scores import ProgressScore, progress_of
from data_access.stories import stories_of
from equity.catalogue import Team
from equity.listing import Listing
from equity.numbers import capitalised, date_words
from equity.periods import QUARTER, Period, period_of
from equity.progress_scale import RatedProgress, step_words
from equity.sentences.team_record import actions_title, practices_title, progress_subtitle, progress_title, rater_words
from equity.stages import stage_words
from figures.progress_steps import progress_steps_figure
from pages._frame import Asked
from pages._team_record_file import record_context, record_url

# More quarters than this do not stand side by side: the file has all.
MOST_QUARTERS = 8


def progress_card(asked: Asked, team: Team) -> html.Section:
    """The score over time, with who gave it and on what evidence in the table."""
    scores = progress_of(asked.viewer, team.team_id)
    latest = scores[-1] if scores else None
    rated = [RatedProgress(one.scored_on, one.rater, one.score) for one in scores]
    raters = sorted({one.rater for one in scores})
    title, subtitle = progress_title(latest.score if latest else None), progress_subtitle(raters)
    body = [chart("team-progress-chart", progress_steps_figure(rated), said_by="team-progress-said")]
    source = (
        f"Last set on {date_words(latest.scored_on)}. {latest.evidence}".strip() if latest else "Shown to the team and to the network's lead once it is set."
    )
    foot = card_foot(
        source=source, table=progress_table(scores) if scores else None, csv_url=record_url("progress", team), defined=PROGRESS_URL, method="progress"
    )
    return card("team-progress", head=card_head("team-progress", title, subtitle, summary=f"{title}. {subtitle}"), body=body, foot=foot, span="span-4")


def progress_table(scores: Sequence[ProgressScore]) -> html.Table:
    rows = [
        [date_words(one.scored_on), rater_words(one.rater), f"{one.score:g}", step_words(one.score), one.evidence or "none on file"] for one in reversed(scores)
    ]
    return data_table("Progress score, the latest first", ("Set on", "By", "Score", "Meaning", "Evidence"), rows, amounts=(2,))


def progress_listing(asked: Asked, team: Team) -> Listing:
    rows = ((team.team_id, team.name, one.scored_on.isoformat(), one.rater, one.score, one.evidence) for one in progress_of(asked.viewer, team.team_id))
    return with_context(asked, ("team_id", "team", "scored_on", "rater", "score", "evidence"), rows)


def with_context(asked: Asked, head: tuple[str, ...], rows: object) -> Listing:
    """A file of a team's record."""
    return Listing(head, tuple(rows)).among(record_context(asked))


def practice_rows(asked: Asked, team: Team) -> tuple[list[Period], list[PracticeRow]]:
    """The quarters that anything was told of, and every practice of the network in them."""
    told = practice_use_of(asked.viewer, team.team_id)
    quarters = sorted({period_of(one.period_start, QUARTER) for one in told})
    stages = {(one.practice_id, period_of(one.period_start, QUARTER)): one.stage for one in sorted(told, key=lambda one: one.period_start)}
    known = practices(asked.viewer)
    return quarters, [PracticeRow(one.name, one.wording, tuple(stages.get((one.practice_id, quarter), "") for quarter in quarters)) for one in known]


def practices_card(asked: Asked, team: Team) -> html.Section:
    """Stages by quarter, as marks and words."""
    quarters, rows = practice_rows(asked, team)
    shown = [PracticeRow(row.name, row.wording, row.stages[-MOST_QUARTERS:]) for row in rows]
    labels = [quarter.label for quarter in quarters[-MOST_QUARTERS:]]
    title = practices_title([row.stages[-1] if row.stages else "" for row in rows])
    stages = [stage for row in shown for stage in row.stages]
    grid = (
        practice_grid(labels, shown, caption=f"Stage of each practice by quarter: {title}") if labels else html.P("Stages stand here once the team tells them.")
    )
    body = [html.Div([grid, stage_key(stages)], className="grid-scroll", tabIndex=0, role="region", **{"aria-label": "Practices by quarter"})]
    table = stages_table(labels, shown, caption="Practices, what they mean, and their stage by quarter") if labels else None
    foot = card_foot(source="Told by the team each quarter.", table=table, csv_url=record_url("practices", team), defined=PRACTICES_URL, method="practices")
    return card(
        "team-practices",
        head=card_head("team-practices", title, "Stage by quarter, as the team told it."),
        body=body,
        foot=foot,
        span="span-5",
        has_grid=bool(labels),
    )


def practices_listing(asked: Asked, team: Team) -> Listing:
    quarters, rows = practice_rows(asked, team)
    cells = (
        (team.team_id, team.name, row.name, quarter.label, stage_words(stage) if stage else None, "" if stage else "not reported")
        for row in rows
        for quarter, stage in zip(quarters, row.stages, strict=True)
    )
    return with_context(asked, ("team_id", "team", "practice", "period", "stage", "blank"), cells)


def words_card(asked: Asked, team: Team) -> html.Section:
    """The team's own words, the latest large."""
    stories = stories_of(asked.viewer, team.team_id)
    said = [StoryWords(one.words, ", ".join(filter(None, (capitalised(one.by), f"report of {period_of(one.period_start, QUARTER).label}")))) for one in stories]
    body = story_parts(said) if said else [html.P("Nothing was told yet. A story stands here once the team sends one.", className="quiet")]
    foot = card_foot(source="In the team's own words, unchanged.", table=None, csv_url=record_url("words", team))
    return card("team-words", head=card_head("team-words", "In the team's words", ""), body=body, foot=foot, span="span-3")


def words_listing(asked: Asked, team: Team) -> Listing:
    rows = ((team.team_id, team.name, period_of(one.period_start, QUARTER).label, one.words, one.by) for one in stories_of(asked.viewer, team.team_id))
    return with_context(asked, ("team_id", "team", "period", "words", "said_by"), rows)


def state_of(action: Action) -> str:
    """Only what was acted on and can be shown counts; what was adopted is not yet acted on."""
    if action.acted_on is None:
        return WAITING
    return SHOWN if action.evidence.strip() else UNPROVEN


def focus_names(asked: Asked) -> dict[str, str]:
    """What the focus areas are called, where a framework of the network names them as its domains."""
    return {domain.domain_id: domain.domain for framework in reversed(frameworks(asked.viewer)) for domain in framework.domains}


def actions_card(asked: Asked, team: Team) -> html.Section:
    """Actions against named inequities: adopted alone is not acted."""
    actions, names = actions_of(asked.viewer, team.team_id), focus_names(asked)
    states = [state_of(action) for action in actions]
    title = actions_title(shown=states.count(SHOWN), unproven=states.count(UNPROVEN), waiting=states.count(WAITING))
    rows = [
        ActionRow(names.get(action.focus_area, capitalised(action.focus_area)), action.inequity, state, days_of(action), action.evidence)
        for action, state in zip(actions, states, strict=True)
    ]
    body = [action_list(rows)] if rows else [html.P("An action stands here once the team has adopted it against a named inequity.", className="quiet")]
    head = card_head(
        "team-actions", title, "Each against a named inequity. A goal that was adopted and not acted on does not count; nor does an action without evidence."
    )
    foot = card_foot(source="Told by the team.", table=None, csv_url=record_url("actions", team))
    return card("team-actions", head=head, body=body, foot=foot, span="span-7")


def days_of(action: Action) -> str:
    said = [f"{word} {date_words(day)}" for word, day in (("Adopted", action.adopted_on), ("acted", action.acted_on)) if day]
    return capitalised(", ".join(said))


def actions_listing(asked: Asked, team: Team) -> Listing:
    rows = (
        (
            team.team_id,
            team.name,
            one.focus_area,
            one.inequity,
            one.adopted_on.isoformat() if one.adopted_on else None,
            one.acted_on.isoformat() if one.acted_on else None,
            one.evidence,
            "yes" if state_of(one) == SHOWN else "no",
        )
        for one in actions_of(asked.viewer, team.team_id)
    )
    return with_context(asked, ("team_id", "team", "focus_area", "inequity", "adopted_on", "acted_on", "evidence", "counts"), rows)
