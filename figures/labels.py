"""Direct labels: beside the last point in the colour of the series, pushed apart before they are drawn."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from figures.scales import pushed_apart
from figures.theme import INK, PAPER, TEXT, TEXT_SMALL

LINE_HEIGHT = 19
# Half the space between two panels (pixels): so far a label may stand out of its own.
BEYOND = 20


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel of a figure: its place (shares of the plot), its range in axis units, the plot's height in pixels."""

    bottom: float
    top: float
    low: float
    high: float
    plot_height: int

    def pixels(self, value: float) -> float:
        """How high above the plot's bottom the value stands."""
        share = (value - self.low) / (self.high - self.low)
        return (self.bottom + share * (self.top - self.bottom)) * self.plot_height


@dataclass(frozen=True, slots=True)
class Label:
    """A text beside a value of a panel; lines is how many lines it takes."""

    text: str
    value: float
    colour: str
    lines: int = 1
    size: int = TEXT


def right_labels(labels: Sequence[Label], panel: Panel, *, x: str) -> list[dict]:
    """Annotations right of a date, each at its value's height, clear of the others and of other panels'."""
    places = [panel.pixels(label.value) for label in labels]
    reach = {"lowest": panel.bottom * panel.plot_height - BEYOND, "highest": panel.top * panel.plot_height + BEYOND}
    moved = pushed_apart(places, [LINE_HEIGHT * label.lines for label in labels], **reach)
    return [
        annotation(label.text, x=x, y=place / panel.plot_height, xanchor="left", xshift=12, align="left", font={"size": label.size, "color": label.colour})
        for label, place in zip(labels, moved, strict=True)
    ]


def panel_title(text: str, panel: Panel) -> dict:
    """The words over a panel, at the plot's left edge; upright lines of days pass behind them."""
    font = {"size": TEXT_SMALL, "color": INK}
    return annotation(f"<b>{escaped(text)}</b>", xref="paper", x=0, y=panel.top, yshift=14, xanchor="left", align="left", bgcolor=PAPER, font=font)


def annotation(text: str, **options: object) -> dict:
    """A plain text at a place of the plot."""
    return {"text": text, "xref": "x", "yref": "paper", "xanchor": "center", "yanchor": "middle", "showarrow": False} | options


@lru_cache(maxsize=512)
def wrapped(text: str, width: int) -> tuple[str, int]:
    """The text on lines of at most this many letters, and how many lines."""
    lines = textwrap.wrap(text, width, break_long_words=False) or [""]
    return "<br>".join(escaped(line) for line in lines), len(lines)


def escaped(text: str) -> str:
    """Names come from files: what could be read as markup is not."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
