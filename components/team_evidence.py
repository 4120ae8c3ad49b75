"""What raters wrote beside a team's levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components import html
from components.tables import data_table
from equity.numbers import date_words
from equity.sentences.team_record import rater_words


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One level by one rater; item: empty where the domain is scored as a whole; note: empty where the reader may not see it, or there is none."""

    domain: str
    item: str
    scored_on: date
    rater: str
    level: int
    evidence: str
    note: str = ""


def evidence_table(rows: Sequence[EvidenceRow], *, caption: str) -> html.Table:
    """A row a level with what shows it; the candid notes in a column of their own where there are any."""
    has_items, has_notes = any(row.item for row in rows), any(row.note for row in rows)
    head = ("Domain", *(["Item"] if has_items else []), "Day", "By", "Level", "Evidence", *(["Note, for the team and its coach"] if has_notes else []))
    return data_table(caption, head, [evidence_cells(row, has_items=has_items, has_notes=has_notes) for row in rows], amounts=(3 + has_items,))


def evidence_cells(row: EvidenceRow, *, has_items: bool, has_notes: bool) -> list[str]:
    """One row, as the table's head names its cells."""
    item = [row.item or "as a whole"] if has_items else []
    note = [row.note or "none"] if has_notes else []
    return [row.domain, *item, date_words(row.scored_on), rater_words(row.rater), str(row.level), row.evidence or "none on file", *note]
