"""How each number is made, in words for readers: the cards of the Methods page, by part."""

from __future__ import annotations

from equity.method_cards import charts, gaps, rates, reports, teams, trends
from equity.method_cards.card import MethodCard

METHODS = {
    "Rates": rates.CARDS,
    "Gaps": gaps.CARDS,
    "Is the gap closing?": trends.CARDS,
    "Charts over time": charts.CARDS,
    "Many teams": teams.CARDS,
    "Reports, and what people say": reports.CARDS,
}

__all__ = ["METHODS", "MethodCard"]
