"""Rows of the dots that tests write by hand, and how the figure of some is read."""

from __future__ import annotations

from dataclasses import replace

from equity.rates import NOT_COMPUTABLE, Estimate
from figures.gap_dots import DotRow, DotWords, gap_dots_figure
from figures.theme import group_mark
from tests.figures.reading import checked

MARK = group_mark(3, "group")
WORDS = DotWords("Team", "Patients, setting", "Black patients", "all other patients", "no gap", "network 8.0 points")
ASH = DotRow("Ash", "212, rural", Estimate(60, 57, 63), Estimate(70, 68, 72), Estimate(10, 6, 14), None, "Ash says")
BIRCH = DotRow("Birch", "1,024, urban", Estimate(58, 50, 66), Estimate(61, 59, 63), Estimate(3, -6, 12), None, "Birch says", steady=False)
MINE = replace(ASH, name="Mine", is_mine=True)
OWN = replace(BIRCH, name="Own team", is_own=True)
HIDDEN = DotRow("Cedar", "rural", NOT_COMPUTABLE, Estimate(70, 68, 72), NOT_COMPUTABLE, "hidden", "Cedar says")
ABSENT = DotRow("Dill", "", NOT_COMPUTABLE, NOT_COMPUTABLE, NOT_COMPUTABLE, "not_applicable", "Dill says")
NETWORK = Estimate(8, 7, 9)
PAIRS, FOCUS_BARS, REFERENCE_BARS, REFERENCES, FOCUSES, THEIRS, MY_BAR, GAPS, BEYOND, NAMES, SIZES = range(11)


def drawn(*rows, network=NETWORK, multiplier=100, is_ratio=False, words=WORDS):
    return checked(gap_dots_figure(rows, words, MARK, network=network, multiplier=multiplier, is_ratio=is_ratio))


def shapes(figure, kind):
    return [shape for shape in figure["layout"]["shapes"] if shape["type"] == kind]
