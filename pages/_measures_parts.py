"""The cards of the Measures page: one for each kind of measure, and one each for divisions, frameworks, practices, teams and words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from components import html
from components.cards import card, card_foot, card_head
from components.directory import nothing_found
from components.entries import Entry
from components.network_cards import source_words
from components.selectors import turning
from equity.sentences.definitions import KINDS, NOT_KEPT
from pages._frame import csv_url, reset_address
from pages._measures_answer import DIVISIONS, FRAMEWORKS, PRACTICES, TEAMS, WORDS, Answer
from pages._measures_entries import articles, division_entry, framework_entry, kinds_body, measure_entry, practice_entry, words_body

TITLES = {
    DIVISIONS: ("Divisions and their groups", "Ways to sort people into groups. No group is the standard for all others unless a measure says so."),
    FRAMEWORKS: ("Frameworks and their levels", "What a team's own work is scored on, in the words that people score against."),
    PRACTICES: ("Practices", "What teams do to be more fair, and what it means to do it."),
    TEAMS: ("Kinds of team", "By what teams say of themselves. The Teams page names each."),
    WORDS: ("Glossary", "The words of these pages, one meaning each."),
}
METHODS_OF = {DIVISIONS: "unknown", FRAMEWORKS: "maturity", PRACTICES: "practices", TEAMS: "like-us", WORDS: ""}
SOURCES = {WORDS: "The same words stand in the handbook."}
# The file of each part; that of the measures holds every kind.
FILES = {kind: "measures" for kind in KINDS} | {part: part for part in TITLES}


@dataclass(frozen=True, slots=True)
class Part:
    """One card: its name, title, subtitle, entries, and what stands in it."""

    name: str
    title: str
    subtitle: str
    entries: Sequence[tuple[str, str]]
    body: Sequence[Component]

    @property
    def card_id(self) -> str:
        return f"measures-{self.name}"


def parts_of(answer: Answer) -> list[Part]:
    """Every part that has anything to show."""
    kinds = [kind_part(answer, kind) for kind in KINDS]
    entries: list[tuple[str, Sequence, Callable[..., Entry]]] = [
        (DIVISIONS, answer.divisions, lambda one: division_entry(answer, one)),
        (FRAMEWORKS, answer.frameworks, framework_entry),
        (PRACTICES, answer.practices, practice_entry),
    ]
    others = [entries_part(name, *TITLES[name], [entry_of(one) for one in found]) for name, found, entry_of in entries]
    teams = Part(TEAMS, *TITLES[TEAMS], (), [kinds_body(answer)] if any(answer.kinds.values()) else [])
    glossary = Part(WORDS, *TITLES[WORDS], (), [words_body(answer.words)] if answer.words else [])
    return [part for part in (*kinds, *others, teams, glossary) if part.body]


def kind_part(answer: Answer, kind: str) -> Part:
    return entries_part(kind, *KINDS[kind], [measure_entry(answer, measure) for measure in answer.listed if measure.kind == kind])


def entries_part(name: str, title: str, subtitle: str, entries: list[Entry]) -> Part:
    return Part(name, title, subtitle, [(entry.name, entry.entry_id) for entry in entries], articles(entries))


def cards_of(answer: Answer, parts: Sequence[Part]) -> list[Component]:
    """A card a part, with the way to other pages of measures; what was looked for, where nothing holds it."""
    if not parts:
        return [nothing_card(answer)]
    cards: list[Component] = [part_card(answer, part) for part in parts]
    places = [place for place, part in enumerate(parts) if part.name in KINDS]
    if answer.pages > 1 and places:
        cards.insert(places[-1] + 1, html.Div(turns(answer), className="pager"))
    return cards


def turns(answer: Answer) -> list[Component]:
    return turning(answer.page, answer.pages, address_of=lambda page: page_address(answer, page), total=len(answer.measures), noun="measures")


def page_address(answer: Answer, page: int) -> str:
    """Another page of measures: the first is said too, or the chosen measure's own page would come."""
    query = answer.selection.but(page=page).to_query()
    return f"/measures{query if page > 1 else f'{query}&page=1'}"


def part_card(answer: Answer, part: Part) -> html.Section:
    source = SOURCES.get(part.name) or source_words(answer.asked.catalogue.load, NOT_KEPT if part.name in KINDS else "")
    method = METHODS_OF.get(part.name, "reference")
    foot = card_foot(source=source, table=None, csv_url=csv_url("measures", FILES[part.name], answer.asked), method=method)
    return card(part.card_id, head=card_head(part.card_id, part.title, part.subtitle), body=part.body, foot=foot)


def nothing_card(answer: Answer) -> html.Section:
    """In place of all parts: what was looked for, and the way back."""
    find = answer.selection.find
    said = f"Looked for: “{find}”." if find else f"This network's files name no {answer.view} yet."
    body = nothing_found(said, reset=reset_address(answer.asked), back="Show everything")
    return card(
        "measures-none", head=card_head("measures-none", "Nothing to show", ""), body=body, foot=card_foot(source="Nothing is shown.", table=None, csv_url=None)
    )


def view_words(answer: Answer, view: str) -> str:
    """A part as the reader chooses it."""
    if view not in KINDS:
        return TITLES[view][0]
    count = sum(measure.kind == view for measure in answer.asked.catalogue.measures)
    return f"{KINDS[view][0]} ({count})"


def badge_words(answer: Answer) -> str:
    """The part that alone is shown, by its title."""
    return KINDS[answer.view][0] if answer.view in KINDS else TITLES[answer.view][0]
