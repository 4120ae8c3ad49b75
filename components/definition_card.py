"""The definition of a measure, one click from its chart."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from components.cards import definition_list
from equity.catalogue import Measure

DIRECTIONS = {"higher": "A higher rate is better.", "lower": "A lower rate is better.", "neutral": "Neither direction is judged."}


def measure_definition(measure: Measure, *, groups: Sequence[str], compared: str) -> html.Dl:
    """Numerator, denominator, direction, groups, comparison, steward, source, version."""
    pairs = [
        ("Measure", f"{measure.name} ({measure.kind} measure)"),
        ("Numerator", measure.numerator_words),
        ("Denominator", measure.denominator_words),
        ("Direction", DIRECTIONS[measure.improvement_direction]),
        ("Unit and grain", f"{measure.unit}, reported by {measure.grain}"),
        ("Compared with", compared),
        ("Groups", "; ".join(groups)),
        ("Steward and source", f"{measure.steward or 'not named'}; {measure.source or 'no source given'}"),
        ("Version", f"{measure.version or 'not numbered'}" + (f", valid from {measure.valid_from.isoformat()}" if measure.valid_from else "")),
    ]
    return definition_list(pairs)
