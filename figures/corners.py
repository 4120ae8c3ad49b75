"""The corners of a plane of level and gap: what each one means, and the tint of the one that is better for all, and fairer."""

from __future__ import annotations

from collections.abc import Sequence

from figures.labels import annotation, escaped
from figures.scales import brief
from figures.theme import CLOSING, INK2, TEXT_SMALL, faded

TINT = 0.09


def corner_words(said: Sequence[str], *, fairer: int | None, inset: tuple[int, int]) -> list[dict]:
    """What each corner means.

    Takes    said: top left, top right, bottom left, bottom right; fairer: the place of the one in bold, None = none;
             inset: pixels from the sides, and from top and bottom.
    """
    return [one_corner(words, place, is_fairer=place == fairer, inset=inset) for place, words in enumerate(said)]


def one_corner(words: str, place: int, *, is_fairer: bool, inset: tuple[int, int]) -> dict:
    """The words of one corner."""
    left, top, (aside, down) = place % 2 == 0, place < 2, inset
    text = f"<b>{escaped(words)}</b>" if is_fairer else escaped(words)
    at = {"xref": "paper", "x": 0 if left else 1, "xshift": aside if left else -aside, "xanchor": "left" if left else "right", "y": 1 if top else 0}
    return annotation(text, **at, yshift=-down if top else down, font={"size": TEXT_SMALL, "color": CLOSING if is_fairer else INK2})


def fairer_tint(x: tuple[float, float], y: tuple[float, float]) -> dict:
    """The corner that is better for all, and fairer: from the first value to the second on each axis."""
    edges = {name: brief(end) for name, end in zip(("x0", "x1", "y0", "y1"), (*x, *y), strict=True)}
    return {"type": "rect", "xref": "x", "yref": "y", "layer": "below", "line": {"width": 0}, "fillcolor": faded(CLOSING, TINT)} | edges
