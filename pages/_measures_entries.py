"""The parts of the Measures page: what each measure, division, framework, practice and word means, as entries."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from dash.development.base_component import Component

from components import html
from components.definition_card import DIRECTIONS
from components.entries import Entry, WordEntry, entry_article, kinds_list, levels_of, lines_list, linked_entries, word_list
from components.network_cards import compared_words
from components.tables import Cell
from data_access.frameworks import Domain, Framework
from data_access.practice_use import Practice
from data_access.team_tally import AtWork
from equity.catalogue import Group, Measure, Stratifier
from equity.glossary import PLACES, Word
from equity.numbers import capitalised
from equity.sentences import definitions as words
from pages._frame import team_url
from pages._measures_answer import Answer

KIND_NAMES = {"sector": "Sectors", "setting": "Settings", "cohort": "Cohorts"}
NO_HISTORY = "The store keeps no load of this definition."


def measure_entry(answer: Answer, measure: Measure) -> Entry:
    work = answer.at_work.get(measure.measure_id, AtWork())
    about = [f"In short: {measure.short_name}.", words.at_work_words(work.core, work.own)]
    place = f"measure-{measure.measure_id}"
    return Entry(place, measure.name, about, counted_lines(measure), shown_at(answer, measure), beside=compared_lines(answer, measure))


def counted_lines(measure: Measure) -> list[tuple[str, Cell]]:
    """What is counted, how often, which way is better, and whose definition it is."""
    return [
        ("Numerator", measure.numerator_words),
        ("Denominator", measure.denominator_words or "None: the number stands alone."),
        ("Direction", DIRECTIONS[measure.improvement_direction]),
        ("Unit", words.unit_words(measure)),
        ("Reported", words.reported_words(measure)),
        ("Steward", measure.steward or "Not named."),
        ("Source", measure.source or "No source is given."),
    ]


def compared_lines(answer: Answer, measure: Measure) -> list[tuple[str, Cell]]:
    """Who is compared with whom, what counts as a change, what guards it, and which loads brought it."""
    gap = gap_lines(answer, measure) if measure.has_gap else [("Gap", words.scale_words(measure))]
    return [*gap, *guard_lines(answer, measure), ("Version", words.version_words(measure)), ("History", history_of(answer, measure))]


def gap_lines(answer: Answer, measure: Measure) -> list[tuple[str, Cell]]:
    found = answer.asked.catalogue
    division = found.stratifier(measure.stratifier_id)
    return [
        ("Divided by", linked_entries([(division.name, address(f"division-{division.stratifier_id}"))])),
        ("Gap of", f"{capitalised(compared_words(found, measure))}."),
        ("Counted as", words.scale_words(measure)),
        ("What matters", words.matter_words(measure)),
    ]


def guard_lines(answer: Answer, measure: Measure) -> list[tuple[str, Cell]]:
    """What it guards, and what guards it; nothing where there is nothing."""
    every = answer.asked.catalogue.measures
    guarded = [one for one in every if one.measure_id in measure.guards]
    guards = [one for one in every if measure.measure_id in one.guards]
    return [
        (term, linked_entries([(one.name, measure_address(answer, one)) for one in found]))
        for term, found in (("Guards", guarded), ("Guarded by", guards))
        if found
    ]


def address(entry_id: str) -> str:
    return f"#{entry_id}"


def measure_address(answer: Answer, measure: Measure) -> str:
    """Where a measure stands: on this page, or where its name is looked for."""
    place = address(f"measure-{measure.measure_id}")
    return place if measure in answer.listed else f"/measures?{urlencode({'find': measure.name})}{place}"


def history_of(answer: Answer, measure: Measure) -> Component | str:
    """Which load brought the definition, and which changed it, the latest first: what the store keeps, and no more."""
    loads = answer.history.get(measure.measure_id, ())
    if not loads:
        return NO_HISTORY
    lines = [words.load_words(one.load_id, date.fromisoformat(one.loaded_at[:10]), one.version, one.changed) for one in loads]
    return lines_list(lines)


def shown_at(answer: Answer, measure: Measure) -> list[tuple[str, str]]:
    """The pages that show this measure; the reader's own team's too where it works on it."""
    if not measure.has_gap:
        return []
    query = urlencode({name: value for name, value in (("measure", measure.measure_id), ("team", answer.selection.team)) if value})
    links = [("Network", f"/?{query}"), ("Compare", f"/compare?{query}")]
    team = answer.asked.team
    if team is None or measure.measure_id not in answer.mine:
        return links
    return [*links, (team.name, team_url(team.team_id, answer.selection, measure_id=measure.measure_id))]


def division_entry(answer: Answer, division: Stratifier) -> Entry:
    used = [measure for measure in answer.asked.catalogue.measures if measure.stratifier_id == division.stratifier_id and measure.has_gap]
    lines = [(group.label, group_line(group)) for group in division.groups]
    more = (
        [html.P(["Measures divided this way: ", linked_entries([(one.name, measure_address(answer, one)) for one in used])], className="quiet")] if used else []
    )
    return Entry(f"division-{division.stratifier_id}", division.name, [words.standard_words(division)], lines, more=more)


def group_line(group: Group) -> str:
    return words.group_words(group) or "Not defined further."


def framework_entry(framework: Framework) -> Entry:
    """A framework with the words of every level: once where they hold for every domain, else under each."""
    about = [f"Version {framework.version}. Levels are words in an order: no mean is taken."]
    own = {level.domain_id for level in framework.levels} - {""}
    shared = [domain for domain in framework.domains if domain.domain_id not in own]
    parts = [domain_part(framework, domain) for domain in framework.domains if domain.domain_id in own]
    alike = [levels_of("; ".join(domain.domain for domain in shared), level_lines(framework, shared[0]), items_of(shared))] if shared else []
    return Entry(f"framework-{framework.key}", framework.name, about, [], more=[html.Div([*parts, *alike], className="entry-domains")])


def domain_part(framework: Framework, domain: Domain) -> html.Div:
    return levels_of(domain.domain, level_lines(framework, domain), items_of([domain]))


def items_of(domains: list[Domain]) -> list[str]:
    return [item.item for domain in domains for item in domain.items]


def level_lines(framework: Framework, domain: Domain) -> list[tuple[str, str]]:
    """Number and label of every level, with its words."""
    found = [(number, framework.wording(domain.domain_id, number)) for number in framework.numbers]
    return [(f"{number} {level.label}".strip(), level.wording or "There are no words for this level.") for number, level in found if level]


def practice_entry(practice: Practice) -> Entry:
    return Entry(f"practice-{practice.practice_id}", practice.name, [], [], more=[html.P(practice.wording or "No words are given.")])


def kinds_body(answer: Answer) -> html.Div:
    """Sectors, settings and cohorts, each with its teams."""
    return html.Div([kinds_list(KIND_NAMES[kind], words.kinds_words(counts)) for kind, counts in answer.kinds.items() if counts], className="kinds-of-team")


def words_body(found: tuple[Word, ...]) -> html.Dl:
    return word_list([WordEntry(one.word_id, one.word, one.means, [(place, PLACES[place]) for place in one.where]) for one in found])


def articles(entries: list[Entry]) -> list[html.Article]:
    return [entry_article(entry) for entry in entries]
