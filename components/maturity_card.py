"""Maturity's table: the middle team then and now, the teams on each level, and what each level says."""

from __future__ import annotations

from collections.abc import Sequence

from dash.development.base_component import Component

from components import html
from components.tables import data_table
from equity.maturity_profile import DomainProfile, MaturityProfile


def maturity_table(profile: MaturityProfile, *, caption: str) -> html.Table:
    """A row a domain: level then and now, teams by level now, teams up and down."""
    head = ("Domain", "Middle team then", "Middle team now", *(f"Teams on level {level}" for level in profile.levels), "Teams up", "Teams down")
    return data_table(caption, head, [domain_row(domain) for domain in profile.domains], amounts=range(1, len(head)))


def domain_row(domain: DomainProfile) -> list[str]:
    """One domain's cells, as the table's head names them."""
    levels = [level_words(domain.then), level_words(domain.now)]
    return [domain.label, *levels, *(str(count) for count in domain.counts_now), str(domain.up), str(domain.down)]


def level_words(level: int | None) -> str:
    """level 3, or that nobody scored it."""
    return "not scored" if level is None else f"level {level}"


def wordings(levels: Sequence[tuple[str, int, str, str]]) -> list[Component]:
    """What the levels say: (domain, level, label, wording), a line each."""
    return [
        html.Dl(
            [part for domain, level, label, wording in levels for part in (html.Dt(f"{domain}, level {level}, {label.lower()}"), html.Dd(wording))],
            className="definition",
        )
    ]
