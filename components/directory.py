"""The teams as rows that can be read: who a team is, what it works on, where its gap stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from components import html
from components.marks import blank_cell, verdict_line
from equity.blanks import NOT_APPLICABLE, NOT_REPORTED

COLUMNS = ("Team", "Sector and setting", "Works on", "Aim: a gap of", "Verdict", "Last report")
FACTS = {"kind": "Sector and setting", "work": "Works on", "aim": "Aim for the gap", "state": "Verdict", "last": "Last report"}


@dataclass(frozen=True, slots=True)
class Work:
    """One measure that a team works on. is_own: the team chose it for itself; is_chosen: it is the one that the page is about."""

    name: str
    is_own: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class DirectoryRow:
    """One team. Of word and blank, and of last and last_blank, exactly one is there.

    aim: empty where it has none; focus: whose gap it is, where the team registered a group of its own; choose: the address that makes it the reader's team.
    """

    team_id: str
    name: str
    href: str
    about: str
    member: str
    sector: str
    place: str
    work: tuple[Work, ...]
    aim: str
    focus: str
    word: str | None
    blank: str | None
    sentence: str
    last: str | None
    last_blank: str | None
    is_mine: bool = False
    choose: str | None = None


def directory_parts(parts: Sequence[tuple[str, Sequence[DirectoryRow]]]) -> list[Component]:
    """The columns' names, then the teams: in one list, or in a list a part under its own name."""
    said: list[Component] = [html.Div([html.Span(words) for words in COLUMNS], className="team-heads", **{"aria-hidden": "true"})]
    for name, rows in parts:
        said += [html.H3(name, className="team-part")] if name else []
        said.append(html.Ul([directory_row(row) for row in rows], className="team-rows"))
    return said


def directory_row(row: DirectoryRow) -> html.Li:
    """One team: six facts, each with its name for those who do not see the columns."""
    verdict = verdict_line(row.word) if row.word else blank_cell(row.blank or NOT_REPORTED)
    facts = [
        team_fact("kind", [html.Div(row.sector or "sector not given"), html.Div(row.place, className="quiet")]),
        team_fact("work", work_parts(row.work)),
        team_fact("aim", aim_parts(row)),
        team_fact("state", html.Span(verdict, title=row.sentence)),
        team_fact("last", row.last or blank_cell(row.last_blank or NOT_REPORTED)),
    ]
    return html.Li([who(row), *facts], className="team-row mine" if row.is_mine else "team-row")


def who(row: DirectoryRow) -> html.Div:
    """The team's name, leading to its page, and whom it serves."""
    mine = [html.Span("my team", className="my-team")] if row.is_mine else []
    name = html.P([html.A(row.name, href=row.href, className="team-name"), *mine])
    about = [html.P(words, className="quiet") for words in (row.about, row.member) if words]
    if row.choose:
        label = f"Make {row.name} my team"
        about.append(html.A("Make this my team", href=row.choose, className="quiet", **{"data-soft": "true", "aria-label": label}))
    return html.Div([name, *about], className="team-who")


def team_fact(kind: str, value: object) -> html.Div:
    """One fact with its name."""
    return html.Div([html.Span(f"{FACTS[kind]}: ", className="fact-name"), html.Div(value, className="fact")], className=f"team-{kind}")


def aim_parts(row: DirectoryRow) -> list[Component | str]:
    """What gap the team aims at, and whose it is where that is its own choice."""
    if row.blank == NOT_APPLICABLE:
        return [blank_cell(NOT_APPLICABLE)]
    own = [html.Div(f"Own group: {row.focus}", className="quiet")] if row.focus else []
    return [row.aim or html.Span("no aim given", className="quiet"), *own]


def work_parts(work: Sequence[Work]) -> list[Component]:
    """The measures that teams share, then those that this team chose for itself; the page's own in bold."""
    if not work:
        return [html.Span("no measure yet", className="quiet")]
    shared, own = ([one for one in work if one.is_own is is_own] for is_own in (False, True))
    lines = [html.Div(listed_work(shared))] if shared else []
    return lines + ([html.Div(["Own: ", *listed_work(own)], className="quiet")] if own else [])


def listed_work(work: Sequence[Work]) -> list[Component | str]:
    """Names with commas between."""
    said: list[Component | str] = []
    for one in work:
        said += [", "] if said else []
        said.append(html.B(one.name) if one.is_chosen else one.name)
    return said


def nothing_found(words: str, *, reset: str | None, back: str = "Show all teams") -> list[Component]:
    """In place of teams: what was looked for, and the way back. back: its words."""
    ways = [html.P(html.A(back, href=reset, className="button", **{"data-soft": "true"}))] if reset else []
    return [html.Div([html.P(words), *ways], className="nothing-found")]
