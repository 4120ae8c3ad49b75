"""What a network consists of, read from its store: nothing here is named in code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from equity.errors import NoReferenceGroup
from equity.periods import add_months

OVERALL, ALL, OTHERS, BEST, LARGEST, AIM = "overall", "all", "others", "best", "largest", "aim"
# References that are chosen by the counts of all groups.
BY_COUNTS = (BEST, LARGEST)


@dataclass(frozen=True, slots=True)
class Network:
    network_id: str
    name: str
    starts_on: date
    months: int
    as_of: date
    synthetic: bool
    release_policy: str

    @property
    def closes_on(self) -> date:
        """The last day of the network's time."""
        return add_months(self.starts_on, self.months) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Team:
    team_id: str
    name: str
    sector: str
    setting: str
    cohort: str
    joined_on: date | None
    left_on: date | None
    population: str
    is_coded: bool = False


def coded_team(code: str) -> Team:
    """A team of which nothing but its code is told."""
    return Team(code, code, "", "", "", None, None, "", is_coded=True)


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted. multiplier: 100 for percent, 1000 for per 1,000; meaningful_change in shown units (difference) or as a share (ratio)."""

    measure_id: str
    name: str
    short_name: str
    kind: str  # outcome, process, balancing, structural
    number: str  # proportion, rate, count, time_between
    numerator_words: str
    denominator_words: str
    people: str  # patients, births: the noun after a group's label
    improvement_direction: str  # higher, lower, neutral
    unit: str
    multiplier: int
    grain: str
    due_days: int
    stratifier_id: str
    reference_group: str  # a group's code, others, overall, best, largest
    focus_group: str
    scale: str  # difference, ratio
    meaningful_change: float
    guards: tuple[str, ...]
    steward: str
    source: str
    version: str
    valid_from: date | None

    @property
    def has_rate(self) -> bool:
        """True where a rate can be formed and compared between groups."""
        return self.number in ("proportion", "rate")

    @property
    def has_gap(self) -> bool:
        """True where groups can be compared; a measure whose own stratifier is `overall` is reported in totals only."""
        return self.has_rate and self.stratifier_id != OVERALL


@dataclass(frozen=True, slots=True)
class Group:
    group_code: str
    label: str
    short_label: str
    position: int
    kind: str  # group, unknown, declined
    includes: str


@dataclass(frozen=True, slots=True)
class Stratifier:
    stratifier_id: str
    name: str
    ordered: bool
    version: str
    groups: tuple[Group, ...]

    @property
    def known_groups(self) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if group.kind == "group")

    def group(self, group_code: str) -> Group:
        """The group of this code. Raises NoReferenceGroup if there is none."""
        for group in self.groups:
            if group.group_code == group_code:
                return group
        raise NoReferenceGroup(asked=group_code)


@dataclass(frozen=True, slots=True)
class Event:
    event_id: str
    kind: str  # convening, action_period, definition
    number: int
    name: str
    starts_on: date
    ends_on: date
    cohort: str
    place: str


def with_definition(events: Iterable[Event], measure: Measure) -> tuple[Event, ...]:
    """The events, and the day from which the measure is counted as it is defined now."""
    day = measure.valid_from
    return (*events, *([Event(f"{measure.measure_id}-definition", "definition", 0, "New definition", day, day, "", "")] if day else []))


@dataclass(frozen=True, slots=True)
class Load:
    """One import: when, and through which period its data reach."""

    load_id: int
    loaded_at: str
    data_through: date | None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that pages need to name things: small, read once for each version of the store."""

    network: Network
    measures: tuple[Measure, ...]
    stratifiers: tuple[Stratifier, ...]
    events: tuple[Event, ...]
    load: Load | None

    def measure(self, measure_id: str) -> Measure:
        return next(measure for measure in self.measures if measure.measure_id == measure_id)

    def stratifier(self, stratifier_id: str) -> Stratifier:
        return next(one for one in self.stratifiers if one.stratifier_id == stratifier_id)
