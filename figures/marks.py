"""The five blanks as pixel-sized shapes: dotted ring, open square, oval, hatched square, slash."""

from __future__ import annotations

from equity import blanks
from figures.theme import INK2

HALF = 6
SQUARE = f"M -{HALF},-{HALF} L {HALF},-{HALF} L {HALF},{HALF} L -{HALF},{HALF} Z"
PATHS = {
    # Plotly's shape paths know no arcs in pixel mode, so curves are cubic.
    blanks.NOT_DUE: "M 6,0 C 6,3.3 3.3,6 0,6 C -3.3,6 -6,3.3 -6,0 C -6,-3.3 -3.3,-6 0,-6 C 3.3,-6 6,-3.3 6,0 Z",
    blanks.NOT_REPORTED: SQUARE,
    blanks.ZERO_EVENTS: "M 3.6,0 C 3.6,3.4 2,6 0,6 C -2,6 -3.6,3.4 -3.6,0 C -3.6,-3.4 -2,-6 0,-6 C 2,-6 3.6,-3.4 3.6,0 Z",
    blanks.HIDDEN: SQUARE + " M -6,-2 L -2,-6 M -6,2 L 2,-6 M -6,6 L 6,-6 M -2,6 L 6,-2 M 2,6 L 6,2",
    blanks.NOT_APPLICABLE: "M -4,-6 L 4,6",
}


def blank_shape(blank: str, *, x: str, y: float) -> dict:
    """The mark of a blank at a date of the time axis and a height of the figure (share of the plot, 0 to 1)."""
    kind = blanks.marker_of(blank)
    return {
        "type": "path",
        "path": PATHS[kind],
        "xref": "x",
        "yref": "paper",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": x,
        "yanchor": y,
        "line": {"color": INK2, "width": 1.6, "dash": "2px,2px" if kind == blanks.NOT_DUE else "solid"},
    }
