"""The definition of a measure in short, one click from its chart, and the way to all of it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from components import html
from components.cards import KEEPS, definition_list
from equity.catalogue import Measure
from equity.numbers import capitalised, date_words
from equity.sentences.definitions import DIRECTIONS

PRACTICES_URL, PROGRESS_URL = "/measures#measures-practices", "/measures#word-progress-score"


def definition_url(measure: Measure) -> str:
    """Where all of a measure's definition stands."""
    return f"/measures?{urlencode({'measure': measure.measure_id})}#measure-{measure.measure_id}"


def framework_url(key: str) -> str:
    """Where the words of a framework's levels stand. Takes the framework's key."""
    return f"/measures#framework-{key}"


def measure_definition(measure: Measure, *, groups: Sequence[str], compared: str) -> html.Dl:
    """Numerator, denominator, direction, groups, comparison, steward, source, version."""
    pairs = [
        ("Measure", f"{measure.name} ({measure.kind} measure)"),
        ("Numerator", measure.numerator_words),
        ("Denominator", measure.denominator_words),
        ("Direction", DIRECTIONS[measure.improvement_direction]),
        ("Unit and grain", f"{measure.unit}, reported by {measure.grain}"),
        ("Compared with", capitalised(compared)),
        ("Groups", html.Ul([html.Li(group) for group in groups])),
        ("Steward and source", f"{measure.steward or 'not named'}; {measure.source or 'no source given'}"),
        ("Version", f"{measure.version or 'not numbered'}" + (f", valid from {date_words(measure.valid_from)}" if measure.valid_from else "")),
        ("More", html.A("Full definition", href=definition_url(measure), **KEEPS)),
    ]
    return definition_list(pairs)
