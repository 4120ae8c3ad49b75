"""What measure, groups and units are called inside a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from equity.catalogue import Group, Measure
from equity.groups import Reference, people_of
from equity.numbers import gap_unit, within_sentence


@dataclass(frozen=True, slots=True)
class Names:
    """measure_short as it stands inside a sentence; focus and reference with their people; unit_words of the gap in full."""

    measure_short: str
    measure_name: str
    focus: str
    reference: str
    unit_words: str
    people: str
    multiplier: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A finding in plain words: lead is set in bold, rest follows it."""

    lead: str
    rest: str

    @property
    def text(self) -> str:
        return f"{self.lead} {self.rest}".strip()


def names_of(measure: Measure, focus: Group, reference: Reference) -> Names:
    """The words for one comparison."""
    return Names(
        measure_short=within_sentence(measure.short_name),
        measure_name=measure.name,
        focus=people_of(focus, measure),
        reference=reference.label,
        unit_words=gap_unit(measure.multiplier),
        people=measure.people,
        multiplier=measure.multiplier,
    )
