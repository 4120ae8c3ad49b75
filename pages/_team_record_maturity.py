"""Where a team stands on a framework, at its first scores and now: a radar, and beside it every level in words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from dash import Output
from dash.development.base_component import Component

from components import html
from components.cards import card, card_foot, card_head, chart
from components.definition_card import framework_url
from components.notices import notices
from components.selectors import Choice, choice_select
from components.team_evidence import EvidenceRow, evidence_table
from components.team_levels import DomainRow, domain_rows, levels_table
from data_access.frameworks import Framework, frameworks
from data_access.network_maturity import network_maturity
from data_access.score_evidence import score_evidence
from data_access.team_maturity import team_profile
from equity.catalogue import Team
from equity.errors import ReaderError
from equity.listing import Listing, Value
from equity.maturity_profile import MaturityProfile
from equity.numbers import plural
from equity.rater_spread import RaterSpread
from equity.sentences import maturity_title
from equity.sentences.maturity_cards import spread_words
from equity.sentences.maturity_page import month_words, team_title
from equity.sentences.team_record import SHARED, UNSEEN, team_maturity_subtitle, unsupported_words
from equity.team_maturity import TeamMaturity
from figures.maturity import DomainLevels, maturity_radar_figure
from pages._frame import Asked, body_outputs, card_outputs, chart_outputs, csv_url, one_of
from pages._team_record_file import record_context

CARD = "team-maturity"
HEAD = (
    "team_id",
    "team",
    "framework",
    "version",
    "domain",
    "then",
    "now",
    "self",
    "coach",
    "agreed",
    "raters",
    "evidence_missing",
    "level_says",
    "next_says",
)
OUTPUTS = [
    Output("team-framework", "options"),
    Output("team-framework", "value"),
    *card_outputs(CARD),
    *chart_outputs(f"{CARD}-radar"),
    *body_outputs(f"{CARD}-rows", f"{CARD}-notice"),
]


@dataclass(frozen=True, slots=True)
class Standing:
    """One framework with what may be shown of it: the team's own levels, or in their place the network's.

    scored: the frameworks that can be chosen; rows: one a domain; then, now: what hollow and filled are; tells_raters: the reader may know who gave
    which level.
    """

    framework: Framework
    scored: tuple[Framework, ...]
    faults: tuple[ReaderError, ...]
    team: TeamMaturity | None
    network: MaturityProfile
    rows: tuple[DomainRow, ...]
    then: str
    now: str
    tells_raters: bool = False

    @property
    def levels(self) -> tuple[int, ...]:
        return self.framework.numbers

    @property
    def spreads(self) -> tuple[RaterSpread, ...]:
        """Who gave which level, one a domain; none where the reader may not know."""
        return tuple(domain.raters for domain in self.team.domains) if self.team and self.tells_raters else ()


def standing_of(asked: Asked, team: Team) -> Standing | None:
    """The framework that is asked for, else the first that the team was scored on; None where the network has none."""
    known = frameworks(asked.viewer)
    if not known:
        return None
    profiles = {framework.key: team_profile(asked.viewer, framework, team.team_id) for framework in known}
    scored = tuple(one for one in known if profiles[one.key] is None or profiles[one.key].is_scored) or known[:1]
    chosen, faults = one_of(asked, "framework", [one.key for one in scored], scored[0].key)
    framework = next(one for one in scored if one.key == chosen)
    own, network = profiles[chosen], network_maturity(asked.viewer, framework)
    if own is None:
        rows = [domain_row(framework, domain.domain_id, domain.label, domain.then, domain.now) for domain in network.domains]
        return Standing(framework, scored, faults, None, network, tuple(rows), "middle team at the start", "middle team now")
    rows = [domain_row(framework, one.domain_id, one.label, one.then, one.now, next_wording=one.next_words, unsupported=one.unsupported) for one in own.domains]
    then, now = (f"in {month_words(day)}" for day in (own.first_on, own.latest_on))
    return Standing(framework, scored, faults, own, network, tuple(rows), then, now, tells_raters=asked.viewer.sees(team.team_id))


def domain_row(
    framework: Framework, domain_id: str, name: str, then: int | None, now: int | None, *, next_wording: str = "", unsupported: bool = False
) -> DomainRow:
    step = framework.wording(domain_id, now) if now is not None else None
    return DomainRow(name, then, now, step.label if step else "", step.wording if step else "", next_wording, unsupported)


def maturity_card(asked: Asked, team: Team) -> list[Component]:
    """The whole card; where the network has no framework, nothing that is seen: the parts that a choice changes are there and hold nothing."""
    standing = standing_of(asked, team)
    if standing is None:
        return [html.Div([html.Div(id=component_id) for component_id in dict.fromkeys(output.component_id for output in OUTPUTS)], hidden=True)]
    choice = choice_select(choice_of(standing), select_id="team-framework")
    radar = html.Div(chart(f"{CARD}-radar", radar_figure(standing), said_by=f"{CARD}-said"), className="span-4")
    rows = html.Div(rows_of(standing), id=f"{CARD}-rows", className="span-8")
    notice = html.Div(notice_of(standing), id=f"{CARD}-notice")
    body = [html.Div(choice, className="record-choice", hidden=len(standing.scored) < 2), notice, html.Div([radar, rows], className="sheet")]
    return [card(CARD, head=head_of(standing), body=body, foot=foot_of(asked, team, standing))]


def choice_of(standing: Standing) -> Choice:
    options = tuple((one.key, f"{one.name}, {one.version}") for one in standing.scored)
    return Choice("framework", "Framework", options, standing.framework.key)


def radar_figure(standing: Standing) -> dict:
    levels = [DomainLevels(row.name, row.then, row.now, row.wording) for row in standing.rows]
    return maturity_radar_figure(levels, highest=standing.levels[-1])


def rows_of(standing: Standing) -> list[Component]:
    return [domain_rows(standing.rows, standing.levels, then=standing.then, now=standing.now)]


def notice_of(standing: Standing) -> list[Component]:
    """What was not understood, and why the network stands here in place of the team; nothing where all is well."""
    return [*notices(standing.faults), *([] if standing.team else [html.P(UNSEEN, className="notice")])]


def head_of(standing: Standing) -> list[Component]:
    name = f"{standing.framework.name}, {standing.framework.version}"
    summary = ". ".join(f"{row.name}: {'not scored' if row.now is None else f'level {row.now}'}" for row in standing.rows) + "."
    if standing.team is None:
        subtitle = f"{name}. Middle level of {plural(standing.network.teams, 'team')}. Hollow: at the start. Filled: now."
        return card_head(CARD, maturity_title(standing.network), subtitle, summary=summary)
    return card_head(CARD, team_title(standing.team), team_maturity_subtitle(standing.team, name), summary=summary)


def foot_of(asked: Asked, team: Team, standing: Standing) -> list[Component]:
    caption = f"{standing.framework.name}, version {standing.framework.version}"
    levels = levels_table(standing.rows, standing.spreads, then=standing.then, now=standing.now, caption=caption)
    table = html.Div([levels, *evidence_parts(asked, team, standing)])
    said = [source_words(standing)]
    if standing.team:
        said += [spread_words(team.name, standing.team) if standing.tells_raters else SHARED, unsupported_words(standing.team)]
    return card_foot(
        source=" ".join(filter(None, said)),
        table=table,
        csv_url=csv_url("team", "maturity", asked, team_id=team.team_id),
        defined=framework_url(standing.framework.key),
        method="maturity",
    )


def evidence_parts(asked: Asked, team: Team, standing: Standing) -> list[Component]:
    """What raters wrote beside the team's levels, where the reader may see it and there is any."""
    framework = standing.framework
    names = {one.domain_id: one.domain for one in framework.domains}
    items = {(one.domain_id, item.item_id): item.item for one in framework.domains for item in one.items}
    rows = [
        EvidenceRow(names[one.domain_id], items.get((one.domain_id, one.item_id), ""), one.scored_on, one.rater, one.level, one.evidence, one.note)
        for one in sorted(score_evidence(asked.viewer, framework, team.team_id), key=lambda one: list(names).index(one.domain_id))
    ]
    return [evidence_table(rows, caption=f"What shows the levels of {team.name}: the last that each rater wrote")] if rows else []


def source_words(standing: Standing) -> str:
    """What the levels are called."""
    named = [(level, standing.framework.label(level)) for level in standing.levels]
    said = [f"{level} {label.lower()}" for level, label in named if label]
    return f"Levels: {', '.join(said)}." if said else ""


def maturity_listing(asked: Asked, team: Team) -> Listing:
    """A row a domain: levels then and now, by whom, and what they say."""
    standing = standing_of(asked, team)
    if standing is None:
        return Listing(HEAD, ())
    who = (team.team_id, team.name) if standing.team else ("", "Network, middle team")
    rows = [(*who, *row_values(standing.framework, row, spread)) for row, spread in zip_longest(standing.rows, standing.spreads)]
    return Listing(HEAD, tuple(rows)).among(record_context(asked))


def row_values(framework: Framework, row: DomainRow, spread: RaterSpread | None) -> tuple[Value, ...]:
    """One domain; without raters where they are not told."""
    raters = (spread.own, spread.coach, spread.agreed, spread.raters) if spread else (None,) * 4
    levels = (framework.name, framework.version, row.name, row.then, row.now)
    return (*levels, *raters, "yes" if row.unsupported else "no", row.wording, row.next_wording)
