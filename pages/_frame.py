"""What every page shares: who asks what, the choices above the page, and the order in which it is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from urllib.parse import quote, urlencode

from dash import Output
from dash.development.base_component import Component

from components import html
from components.cards import KEEPS
from components.network_cards import foot_parts
from components.notices import notices
from components.selectors import Badge, Choice, badges, choice_select, opener
from components.shell import crumb_trail, page_foot, present_button, synthetic_banner
from data_access.catalogue import catalogue
from data_access.store import reading
from data_access.teams import team_of
from data_access.viewer import Viewer
from equity.catalogue import Catalogue, Measure, Team
from equity.errors import ReaderError, UnknownValue
from equity.listing import Listing, Value
from equity.numbers import capitalised
from equity.selection import PARTS, REFERENCE_WORDS, Query, Selection, comparable_measures, divisions

T = TypeVar("T")
# A page's file: what it holds for a viewer and an address.
Listed = Callable[[Viewer, Query], Listing]
TITLES = {"measure": "Measure", "stratifier": "Divided by", "group": "Group in focus", "reference": "Compared with"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks of any page. team: the reader's own, None where none was chosen; faults: what was not understood."""

    viewer: Viewer
    catalogue: Catalogue
    selection: Selection
    faults: tuple[ReaderError, ...]
    team: Team | None

    @property
    def measure(self) -> Measure:
        return self.selection.measure

    def but(self, **changes: object) -> Asked:
        """The same with these parts changed."""
        return replace(self, **changes)


def asked(viewer: Viewer, query: Query) -> Asked:
    """Read the address. A team that the network does not have becomes a fault beside an answer that can be given."""
    found = catalogue(viewer)
    selection, faults = Selection.from_query(query, found)
    team = team_of(viewer, selection.team)
    if selection.team and team is None:
        faults = (*faults, UnknownValue(parameter="team", asked=[selection.team], choices=["a team of this network"], used="no team of yours"))
        selection = selection.but(team="")
    return Asked(viewer, found, selection, faults, team)


def one_of(asked: Asked, parameter: str, choices: Sequence[str], default: str) -> tuple[str, tuple[ReaderError, ...]]:
    """The value of a page's own parameter, if it is a choice; else the default, with a fault if anything was asked."""
    said = getattr(asked.selection, parameter)
    if said in choices:
        return said, ()
    return default, (UnknownValue(parameter=parameter, asked=[said], choices=choices, used=default or "all"),) if said else ()


def measure_choices(asked: Asked, measures: Sequence[Measure] | None = None) -> list[Choice]:
    """The four questions and what may be answered. measures: those that can be chosen here, None = all that can be compared."""
    found, chosen = asked.catalogue, asked.selection
    groups = [(group.group_code, group.label) for group in chosen.stratifier.known_groups]
    others = [(code, name) for code, name in groups if code != chosen.group_code]
    named = tuple((measure.measure_id, measure.name) for measure in measures or comparable_measures(found))
    divided = tuple((one.stratifier_id, one.name) for one in divisions(found, chosen.measure))
    compared = (*((code, capitalised(name)) for code, name in REFERENCE_WORDS.items()), *others)
    return [
        Choice("measure", "Measure", named, chosen.measure.measure_id, ("stratifier", "group", "reference")),
        Choice("stratifier", "People divided by", divided, chosen.stratifier.stratifier_id, ("group", "reference")),
        Choice("group", "Group in focus", tuple(groups), chosen.group_code, ("reference",)),
        Choice("reference", "Compared with", compared, chosen.reference),
    ]


def measure_badges(asked: Asked, *, reference_label: str, period: str) -> list[Badge]:
    """Every filter that holds; those that the reader chose can be taken away."""
    chosen, found = asked.selection, asked.catalogue
    own = chosen.chosen(found)
    names = dict(zip(PARTS, (chosen.measure.name, chosen.stratifier.name, chosen.group.label, reference_label), strict=True))
    filters = [Badge(TITLES[name], names[name], chosen.without(name, found) if own[name] else None, doubled=not own[name]) for name in PARTS]
    looked_for = [Badge("Teams named", f"“{chosen.find}”", chosen.but(find="", page=1).to_query())] if chosen.find else []
    return [*filters, *looked_for, Badge("Period", period, None)]


def reset_address(asked: Asked) -> str:
    """The page without any filter; the reader's team stays."""
    return "?" + urlencode({"team": asked.team.team_id} if asked.team else {})


def page_main(
    name: str,
    asked: Asked,
    *,
    question: str | Component,
    eyebrow: Component | str,
    sentence: Sequence[Component | str],
    choices: Sequence[Choice],
    badges_shown: Sequence[Badge],
    cards: Sequence[Component],
    crumbs: Sequence[tuple[str, str | None]] = (),
    faults: Sequence[ReaderError] = (),
    beneath: Sequence[Component] = (),
) -> html.Main:
    """The whole page, top to bottom: choices, badges, notices, question, sentence, cards, foot.

    Takes    name: what its ids begin with; crumbs: (words, address) from the network down, None = here; beneath: what stands under the sentence.
    """
    reset = reset_address(asked) if any(badge.undo for badge in badges_shown) else None
    foot = page_foot([*foot_parts(asked.catalogue), html.A("Methods", href="/methods"), html.A("Help", href="/help", **KEEPS)])
    top = [
        *asked_for(name, choices, badges(badges_shown, reset=reset)),
        html.Div(notices([*asked.faults, *faults]), id=f"{name}-notices"),
        *crumb_trail(crumbs),
        html.P(eyebrow, className="eyebrow"),
        present_button(),
        html.H1(question, id="question", className="question", tabIndex=-1),
        html.P(list(sentence), id=f"{name}-sentence", className="sentence", **{"aria-live": "polite"}),
        *beneath,
    ]
    content = html.Div([*top, html.Div(list(cards), className="sheet", id=f"{name}-sheet"), foot], className="wrap")
    return html.Main([*synthetic_banner(asked.catalogue.network.synthetic), content], id="main")


def asked_for(name: str, choices: Sequence[Choice], filters: Sequence[Component]) -> list[Component]:
    """What can be chosen and what was; nothing where a page asks nothing. Without room the selects unfold, and the filters say what holds."""
    if not choices and not filters:
        return []
    selects = html.Div([choice_select(choice, select_id=f"{name}-{choice.name}") for choice in choices], id=f"{name}-choices", className="choices")
    held = html.Div(list(filters), id=f"{name}-badges", className="badges", tabIndex=0, role="group", **{"aria-label": "What is shown"})
    return [html.Div([held, opener("Change", opens=f"{name}-choices"), selects], className="asked")]


def frame_outputs(name: str, choices: Sequence[str]) -> list[Output]:
    """What a choice changes above the cards: every select, badges, notices, sentence."""
    selects = [Output(f"{name}-{choice}", part) for choice in choices for part in ("options", "value")]
    return [*selects, *body_outputs(*(f"{name}-{part}" for part in ("badges", "notices", "sentence")))]


def card_outputs(*card_ids: str) -> list[Output]:
    """Head and foot of each card."""
    return body_outputs(*(f"{card_id}-{part}" for card_id in card_ids for part in ("head", "foot")))


def body_outputs(*ids: str) -> list[Output]:
    """The whole content of each. Where a chart or a field may stand in it, it is an output of children instead, which Dash draws."""
    return [Output(one, "content") for one in ids]


def chart_outputs(*chart_ids: str) -> list[Output]:
    """The figure of each chart."""
    return [Output(chart_id, "figure") for chart_id in chart_ids]


def csv_url(page: str, card: str, asked: Asked, **more: str) -> str:
    """The file of what a card shows. more: variables of the page's path."""
    query = asked.selection.to_query()
    return f"/csv/{page}/{card}{query}" + (f"&{urlencode(more)}" if more else "")


def team_url(team_id: str, selection: Selection, *, measure_id: str | None = None) -> str:
    """A team's page; the reader's team is kept.

    Takes    measure_id: None = the same question; else this measure's own, empty = none: such a link holds whatever is chosen later.
    """
    said = {"measure": measure_id, "team": selection.team}
    query = selection.kept_query() if measure_id is None else "?" + urlencode({name: value for name, value in said.items() if value})
    return f"/teams/{quote(team_id, safe='')}{query.rstrip('?')}"


def files_of(answer_to: Callable[[Viewer, Query], T], context_of: Callable[[T], list[tuple[str, Value]]]) -> Callable[[Callable[[T], Listing]], Listed]:
    """What makes a file of a card: the page's answer, the card's own listing of it, and beside each row what the whole file is of."""

    def listing_of(build: Callable[[T], Listing]) -> Listed:
        def listed(viewer: Viewer, query: Query) -> Listing:
            with reading():
                answer = answer_to(viewer, query)
                return build(answer).among(context_of(answer))

        return listed

    return listing_of


def file_context(asked: Asked, *, compared: str) -> list[tuple[str, Value]]:
    """What every row of a file says beside its numbers: the filters, the load, and whether its teams exist."""
    chosen, found = asked.selection, asked.catalogue
    return [
        ("network", found.network.name),
        ("measure_shown", chosen.measure.measure_id),
        ("divided_by", chosen.stratifier.stratifier_id),
        ("group_in_focus", chosen.group_code),
        ("compared_with", compared),
        *origin_of(found),
    ]


def origin_of(found: Catalogue) -> list[tuple[str, Value]]:
    """The load that the numbers come from, and whether its teams exist."""
    return [("load", found.load.load_id if found.load else None), ("data", "synthetic demonstration data" if found.network.synthetic else "reported")]
