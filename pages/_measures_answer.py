"""What the reader looks for among the definitions, and all that is found: the parts of the Measures page and its files read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from components.network_cards import in_blocks
from data_access.frameworks import Framework, frameworks
from data_access.measure_history import MeasureLoad, measure_history
from data_access.practice_use import Practice, practices
from data_access.team_tally import AtWork, teams_at_work, teams_of_kinds
from data_access.teams import measures_of_teams
from data_access.viewer import Viewer
from equity.catalogue import Measure, Stratifier
from equity.errors import ReaderError, UnknownValue
from equity.glossary import GLOSSARY, Word
from equity.selection import LONGEST_SEARCH, Query, Selection
from equity.sentences.definitions import KINDS
from pages._frame import Asked, asked, one_of

T = TypeVar("T")
DIVISIONS, FRAMEWORKS, PRACTICES, TEAMS, WORDS = "divisions", "frameworks", "practices", "teams", "words"
# More measures than MOST_WHOLE come page by page.
MOST_WHOLE, PAGE_SIZE = 60, 30


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked, and what of everything that is defined holds it.

    view: the part that is shown, empty for all; measures: all that were found, in blocks of a kind; listed: those on this page;
    kinds: teams by sector, setting and cohort; at_work, history: by measure_id; mine: what the reader's own team works on;
    scored_on: how many frameworks there are, whatever was found.
    """

    asked: Asked
    faults: tuple[ReaderError, ...]
    view: str
    measures: tuple[Measure, ...]
    listed: tuple[Measure, ...]
    page: int
    pages: int
    divisions: tuple[Stratifier, ...]
    frameworks: tuple[Framework, ...]
    practices: tuple[Practice, ...]
    kinds: dict[str, dict[str, int]]
    words: tuple[Word, ...]
    at_work: dict[str, AtWork]
    history: dict[str, tuple[MeasureLoad, ...]]
    mine: frozenset[str]
    scored_on: int

    @property
    def selection(self) -> Selection:
        return self.asked.selection

    @property
    def found(self) -> int:
        """How many entries hold what was looked for."""
        teams = sum(map(len, self.kinds.values()))
        return teams + sum(map(len, (self.measures, self.divisions, self.frameworks, self.practices, self.words)))


def answer_to(viewer: Viewer, query: Query) -> Answer:
    """Ask for what is defined, and keep what holds the reader's words. Values that are no choices become faults beside an answer."""
    said = asked(viewer, query)
    view, faults = one_of(said, "view", views(said), "")
    said = said.but(selection=said.selection.but(view=view))
    team = said.team.team_id if said.team else ""
    mine = measures_of_teams(viewer, [team])[team] if team else ()
    nothing: tuple[()] = ()
    whole = Answer(
        said,
        faults,
        view,
        measures_found(said, view),
        nothing,
        1,
        1,
        kept(said.catalogue.stratifiers, division_texts, said, view in ("", DIVISIONS)),
        kept(frameworks(viewer), framework_texts, said, view in ("", FRAMEWORKS)),
        kept(practices(viewer), lambda one: (one.name, one.wording), said, view in ("", PRACTICES)),
        kinds_found(viewer, said, view in ("", TEAMS)),
        kept(GLOSSARY, lambda one: (one.word, one.means), said, view in ("", WORDS)),
        teams_at_work(viewer),
        measure_history(viewer),
        frozenset(terms.measure_id for terms in mine),
        len({one.framework_id for one in frameworks(viewer)}),
    )
    return paged(whole, has_page="page" in query)


def views(said: Asked) -> tuple[str, ...]:
    """The parts that can be shown alone: the kinds of measure that there are, and everything else."""
    there = {measure.kind for measure in said.catalogue.measures}
    return (*(kind for kind in KINDS if kind in there), DIVISIONS, FRAMEWORKS, PRACTICES, TEAMS, WORDS)


def measures_found(said: Asked, view: str) -> tuple[Measure, ...]:
    """The measures that hold the reader's words, in blocks of a kind."""
    of_view = [measure for measure in said.catalogue.measures if view in ("", measure.kind)]
    return tuple(in_blocks(kept(of_view, measure_texts, said, True)))


def kept(entries: Iterable[T], texts: Callable[[T], Sequence[str]], said: Asked, shown: bool) -> tuple[T, ...]:
    """The entries that hold the reader's words; none of a part that is not shown."""
    return tuple(one for one in entries if holds(said.selection.find, texts(one))) if shown else ()


def holds(find: str, texts: Sequence[str]) -> bool:
    """True where each word that was looked for stands somewhere in these texts."""
    text = " ".join(texts).casefold()
    return all(word in text for word in find.casefold().split())


def known_words(answer: Answer) -> list[str]:
    """What is offered while one types: measures, their stewards, divisions, and the words of the glossary, each once, as they may be looked for."""
    found = answer.asked.catalogue
    stewards = (measure.steward for measure in found.measures if measure.steward)
    every = (*(measure.name for measure in found.measures), *stewards, *(one.name for one in found.stratifiers), *(word.word for word in GLOSSARY))
    return list(dict.fromkeys(words for words in every if len(words) <= LONGEST_SEARCH))


def measure_texts(measure: Measure) -> tuple[str, ...]:
    words = (measure.numerator_words, measure.denominator_words, measure.people, measure.unit, measure.steward, measure.source)
    return measure.measure_id, measure.name, measure.short_name, measure.kind, *words


def division_texts(division: Stratifier) -> tuple[str, ...]:
    groups = (text for group in division.groups for text in (group.label, group.short_label, group.includes))
    return division.name, division.version, *groups


def framework_texts(framework: Framework) -> tuple[str, ...]:
    domains = (text for domain in framework.domains for text in (domain.domain, *(item.item for item in domain.items)))
    levels = (text for level in framework.levels for text in (level.label, level.wording))
    return framework.name, *domains, *levels


def kinds_found(viewer: Viewer, said: Asked, shown: bool) -> dict[str, dict[str, int]]:
    """Sectors, settings and cohorts that hold the reader's words, each with its teams."""
    counts = teams_of_kinds(viewer)
    find = said.selection.find
    return {kind: {name: teams for name, teams in found.items() if shown and holds(find, (kind, name))} for kind, found in counts.items()}


def paged(whole: Answer, *, has_page: bool) -> Answer:
    """The same with the measures of one page: the one asked for, or without one that on which the chosen measure stands."""
    size = PAGE_SIZE if len(whole.measures) > MOST_WHOLE else MOST_WHOLE
    pages, said = max(1, -(-len(whole.measures) // size)), whole.selection.page if has_page else page_of(whole, size)
    page = min(said, pages)
    faults = whole.faults
    if page != said:
        faults = (*faults, UnknownValue(parameter="page", asked=[str(said)], choices=[str(number) for number in range(1, pages + 1)], used=str(page)))
    listed = whole.measures[(page - 1) * size : page * size]
    return replace(whole, faults=faults, listed=listed, page=page, pages=pages, asked=whole.asked.but(selection=whole.selection.but(page=page)))


def page_of(whole: Answer, size: int) -> int:
    """The page on which the chosen measure stands; the first where it was not found."""
    chosen = whole.selection.measure
    return whole.measures.index(chosen) // size + 1 if chosen in whole.measures else 1
