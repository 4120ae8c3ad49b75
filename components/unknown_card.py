"""How complete the record of groups is: the share of people without one, by team and period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from components import html
from components.marks import blank_cell
from components.tables import Cell, data_table
from equity.blanks import NOT_APPLICABLE
from equity.counts import Count
from equity.numbers import percent_words
from equity.periods import Period


def unknown_table(periods: Sequence[Period], shares: Mapping[str, Sequence[Count]], names: Mapping[str, str], *, caption: str) -> html.Table:
    """A row a team, a column a period: percent of people whose group is not known.

    Takes    shares and names by team_id, in the order shown.
    """
    rows = [[names[team_id], *(share_cell(count) for count in counts)] for team_id, counts in shares.items()]
    return data_table(caption, ("Team", *(period.label for period in periods)), rows, amounts=range(1, len(periods) + 1))


def share_cell(count: Count) -> Cell:
    """7.1%, or the blank."""
    return percent_words(100 * count.numerator / count.denominator) if count.known else blank_cell(count.blank or NOT_APPLICABLE)
