"""What the reader asked for, as it stands in the address: every view is a link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from equity.catalogue import BEST, LARGEST, OTHERS, OVERALL, Catalogue, Group, Measure, Stratifier
from equity.errors import NothingCompared, UnknownValue

REFERENCE_WORDS = {OTHERS: "all others together", OVERALL: "everybody", BEST: "the best-off group", LARGEST: "the largest group"}
PARTS = ("measure", "stratifier", "group", "reference")
# What else a page may be asked, as plain words: each page knows which of them are choices.
WORDS_OF_PAGES = (
    "view",
    "order",
    "framework",
    "sector",
    "setting",
    "cohort",
    "line",
    "chart",
    "since",
    "practice",
    "tested_on",
    "decision",
    "driver",
    "calendar",
)
# Which kinds of chart suit a measure, and which changes were tested on it, hangs on the measure.
OF_THE_MEASURE = ("chart", "since")
LONGEST_SEARCH, MOST_PEERS = 60, 24
# Two ids of 64 letters and a mark between them: the longest word that a page knows.
LONGEST_WORD = 2 * 64 + 1
Query = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True, slots=True)
class Selection:
    """One question: which measure, divided how, whose gap, compared with whom; find and page choose the teams shown.

    team: the reader's own team, kept from page to page; peers: teams that the reader pinned; the others belong to single pages:
    line, chart, since: whose rate is shown with limits, by which kind of chart, and the change at which a new phase begins;
    practice, calendar: whose stages are shown, and the page of teams; tested_on, decision, driver: which changes of the ledger.
    """

    measure: Measure
    stratifier: Stratifier
    group_code: str
    reference: str
    find: str = ""
    page: int = 1
    team: str = ""
    peers: tuple[str, ...] = ()
    view: str = ""
    order: str = ""
    framework: str = ""
    sector: str = ""
    setting: str = ""
    cohort: str = ""
    line: str = ""
    chart: str = ""
    since: str = ""
    practice: str = ""
    tested_on: str = ""
    decision: str = ""
    driver: str = ""
    calendar: str = ""

    @classmethod
    def from_query(cls, query: Query, catalogue: Catalogue) -> tuple[Selection, tuple[UnknownValue, ...]]:
        """The selection that a query asks for, and a notice for every value that is not among its choices.

        Takes    query: parameter -> value, or values where it was repeated. Unknown parameters are ignored.
        Raises   NothingCompared where no measure has groups to compare.
        """
        asked = QueryReader(query)
        measures = comparable_measures(catalogue)
        if not measures:
            raise NothingCompared
        measure_id = asked.one("measure", [measure.measure_id for measure in measures], default_measure(measures).measure_id)
        measure = catalogue.measure(measure_id)
        stratifiers = divisions(catalogue, measure)
        stratifier = catalogue.stratifier(asked.one("stratifier", [one.stratifier_id for one in stratifiers], measure.stratifier_id))
        codes = [group.group_code for group in stratifier.known_groups]
        group_code = asked.one("group", codes, default_group(measure, stratifier))
        references = [code for code in (*REFERENCE_WORDS, *codes) if code != group_code]
        reference = asked.one("reference", references, default_reference(measure, stratifier, group_code))
        selection = cls(measure, stratifier, group_code, reference, asked.text("find"), asked.number("page"), asked.plain("team"), asked.many("peers"))
        return selection.but(**{name: asked.plain(name) for name in WORDS_OF_PAGES}), tuple(asked.faults)

    def to_query(self) -> str:
        """The address's query, beginning with ?: the measure, and what else does not hold by default."""
        return "?" + urlencode({name: value for name, value in self._said().items() if value}, doseq=True)

    def kept_query(self) -> str:
        """What holds on the next page too: the question and the reader's team."""
        own = {"find": "", "page": 1, "peers": (), **dict.fromkeys(WORDS_OF_PAGES, "")}
        return self.but(**own).to_query()

    def _said(self) -> dict[str, str | tuple[str, ...]]:
        measure, stratifier = self.measure, self.stratifier
        return {
            "measure": measure.measure_id,
            "stratifier": "" if stratifier.stratifier_id == measure.stratifier_id else stratifier.stratifier_id,
            "group": "" if self.group_code == default_group(measure, stratifier) else self.group_code,
            "reference": "" if self.reference == default_reference(measure, stratifier, self.group_code) else self.reference,
            "find": self.find,
            "page": "" if self.page == 1 else str(self.page),
            "team": self.team,
            "peers": self.peers,
            **{name: getattr(self, name) for name in WORDS_OF_PAGES},
        }

    def without(self, parameter: str, catalogue: Catalogue) -> str:
        """The address of the same question without this part and what hangs on it."""
        asked = {"measure": self.measure.measure_id, "stratifier": self.stratifier.stratifier_id, "group": self.group_code, "reference": self.reference}
        kept = {name: value for place, (name, value) in enumerate(asked.items()) if place < PARTS.index(parameter)}
        gone = (*PARTS, "page", *(OF_THE_MEASURE if parameter == "measure" else ()))
        others = {name: value for name, value in self._said().items() if name not in gone and value}
        selection, _ = Selection.from_query(kept | others, catalogue)
        return selection.to_query()

    def chosen(self, catalogue: Catalogue) -> dict[str, bool]:
        """For each part of the question, whether it is another than what holds by default."""
        return {
            "measure": self.measure != default_measure(comparable_measures(catalogue)),
            "stratifier": self.stratifier.stratifier_id != self.measure.stratifier_id,
            "group": self.group_code != default_group(self.measure, self.stratifier),
            "reference": self.reference != default_reference(self.measure, self.stratifier, self.group_code),
        }

    def but(self, **changes: object) -> Selection:
        """The same question with these parts changed."""
        return replace(self, **changes)

    @property
    def group(self) -> Group:
        """The focus group."""
        return self.stratifier.group(self.group_code)

    @property
    def is_gap_of_record(self) -> bool:
        """True where the question is the measure's own comparison, which verdicts are kept for."""
        own = (self.measure.stratifier_id, self.measure.focus_group, self.measure.reference_group)
        return (self.stratifier.stratifier_id, self.group_code, self.reference) == own


class QueryReader:
    """Reads a query, value by value, and keeps what could not be understood."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self.faults: list[UnknownValue] = []

    def values(self, parameter: str) -> list[str]:
        value = self.query.get(parameter, [])
        return [value] if isinstance(value, str) else [str(one) for one in value]

    def one(self, parameter: str, choices: Sequence[str], default: str) -> str:
        """The one value asked for, if it is a choice; else the default, with a notice if anything was asked."""
        values = self.values(parameter)
        if len(values) == 1 and values[0] in choices:
            return values[0]
        if values:
            self.faults.append(UnknownValue(parameter=parameter, asked=[value for value in values if value], choices=choices, used=default))
        return default

    def text(self, parameter: str) -> str:
        """Words to search for, without what no keyboard types; left empty or said twice they are a notice, and nothing is searched."""
        values = self.values(parameter)
        words = "".join(letter for letter in values[0] if letter.isprintable()).strip() if len(values) == 1 else ""
        if values and not words:
            asked = [value for value in values if value]
            self.faults.append(UnknownValue(parameter=parameter, asked=asked, choices=["words to look for"], used="everything"))
        return words[:LONGEST_SEARCH].strip()

    def plain(self, parameter: str) -> str:
        """Words that a page knows how to read; empty where none were said, or where they were said twice."""
        values = self.values(parameter)
        return values[0][:LONGEST_WORD] if len(values) == 1 and values[0].isprintable() else ""

    def many(self, parameter: str) -> tuple[str, ...]:
        """Each value that was said, once, in their order."""
        said = (value for value in self.values(parameter) if value.isprintable())
        return tuple(dict.fromkeys(value[:LONGEST_WORD] for value in said if value))[:MOST_PEERS]

    def number(self, parameter: str) -> int:
        """A page's number from 1; anything else is a notice and 1."""
        values = self.values(parameter)
        if len(values) == 1 and values[0].isascii() and values[0].isdigit() and int(values[0][:9]) > 0:
            return int(values[0][:9])
        if values:
            self.faults.append(UnknownValue(parameter=parameter, asked=[value for value in values if value], choices=["1", "2", "3 and so on"], used="1"))
        return 1


def number_asked(query: Query, parameter: str) -> int:
    """A page's number from 1; 1 also where anything else was said."""
    return QueryReader(query).number(parameter)


def choice_asked(query: Query, parameter: str, choices: Sequence[str], *, used: str) -> tuple[str, tuple[UnknownValue, ...]]:
    """The value of a page's own parameter, empty where none of the choices was said; with a notice where something else was, or it twice.

    Takes    used: what is shown instead, in words.
    """
    asked = QueryReader(query)
    value = asked.one(parameter, choices, used)
    return (value if value in choices else ""), tuple(asked.faults)


def comparable_measures(catalogue: Catalogue) -> tuple[Measure, ...]:
    """Measures whose groups can be compared, in the order of the catalogue."""
    return tuple(measure for measure in catalogue.measures if measure.has_gap)


def default_measure(measures: Sequence[Measure]) -> Measure:
    """What a reader sees who asked for nothing: the first outcome, else the first measure."""
    return next((measure for measure in measures if measure.kind == "outcome"), measures[0])


def divisions(catalogue: Catalogue, measure: Measure) -> tuple[Stratifier, ...]:
    """The ways to divide this measure's people, its own first; a stratifier without any known group divides nobody."""
    own = catalogue.stratifier(measure.stratifier_id)
    others = [one for one in catalogue.stratifiers if one.stratifier_id not in (OVERALL, own.stratifier_id) and one.known_groups]
    return own, *others


def default_group(measure: Measure, stratifier: Stratifier) -> str:
    """The measure's focus group; in another stratifier its first group."""
    return measure.focus_group if stratifier.stratifier_id == measure.stratifier_id else stratifier.known_groups[0].group_code


def default_reference(measure: Measure, stratifier: Stratifier, group_code: str) -> str:
    """The measure's reference; all others together where it is the group itself or belongs to another stratifier."""
    own = stratifier.stratifier_id == measure.stratifier_id and measure.reference_group != group_code
    return measure.reference_group if own else OTHERS
