"""All colour and type of the figures: the light and dark value of every token, group marks, the shared layout.

Figures are drawn in light values. A script of the page swaps each for its value in the reader's theme, by PALETTES;
so a finished figure is the same for every reader and can be kept. No two tokens share a light value.
"""

from __future__ import annotations

from dataclasses import dataclass

# name: (light, dark). The same names stand as custom properties in assets/10-tokens.css; a test holds them together.
TOKENS = {
    "paper": ("#FCFBF9", "#15171B"),
    "wash": ("#F3F0EA", "#1F2227"),
    "ink": ("#1B1E23", "#EFECE6"),
    "ink2": ("#474D57", "#BEC2C9"),
    "ink3": ("#646A75", "#9CA2AC"),
    "rule": ("#DAD6CE", "#383C43"),
    "grid": ("#E9E6E0", "#292D33"),
    "lamp": ("#F2B134", "#F2B134"),
    "lampwash": ("#FFF3D6", "#3A2F14"),
    "closing": ("#155E8C", "#8CCBF5"),
    "widening": ("#9A3B0A", "#F7A97C"),
}
INK, INK2, INK3 = TOKENS["ink"][0], TOKENS["ink2"][0], TOKENS["ink3"][0]
# The colour of what went the wrong way or needs a talk.
RUST = TOKENS["widening"][0]
PAPER, WASH, RULE, GRID = (TOKENS[name][0] for name in ("paper", "wash", "rule", "grid"))
# What is mine or here; and better for all, as the verdict has it.
LAMP, LAMPWASH, CLOSING = (TOKENS[name][0] for name in ("lamp", "lampwash", "closing"))
# Letters on lamp are dark in both themes, as lamp is light in both: the script must not find this value.
ON_LAMP = TOKENS["paper"][1]


@dataclass(frozen=True, slots=True)
class GroupMark:
    """How one group is drawn everywhere: light and dark colour, dash, marker."""

    light: str
    dark: str
    dash: str
    marker: str

    @property
    def text(self) -> str:
        """The colour of its label: its own where that is legible as text, else ink."""
        return INK if self.light in TOO_LIGHT_FOR_TEXT else self.light


# Hues are spread for colour-blind readers and carry no order; a stratifier's groups take them by position, which is alphabetical.
GROUP_MARKS = (
    GroupMark("#144309", "#B4D8A8", "8px,3px,2px,3px", "star-diamond"),
    GroupMark("#501A6F", "#7E75D9", "2px,3px", "square"),
    GroupMark("#3149A6", "#72AAFD", "solid", "circle"),
    GroupMark("#BA4925", "#D76941", "9px,3px", "triangle-up"),
    GroupMark("#753654", "#A56F90", "9px,3px,2px,3px", "triangle-down"),
    GroupMark("#C97808", "#EA9E2D", "4px,2px", "pentagon"),
    GroupMark("#0C96C0", "#46DDF2", "12px,3px", "diamond"),
)
UNKNOWN_MARK = GroupMark("#6A717B", "#A3A9B2", "1px,3px", "x")
REFERENCE_MARK = GroupMark(INK2, TOKENS["ink2"][1], "5px,3px", "circle")
TOO_LIGHT_FOR_TEXT = ("#C97808", "#0C96C0")

PALETTE = {light: dark for light, dark in TOKENS.values()} | {mark.light: mark.dark for mark in (*GROUP_MARKS, UNKNOWN_MARK)}
# Seen from 8 m, text needs 7:1: what is lighter than that wears these instead, by its light value.
FAR_TOKENS = {"ink3": "#4B515B", "closing": "#0F4F78", "widening": "#7F2F06"}
FAR_PALETTE = {TOKENS[name][0]: value for name, value in FAR_TOKENS.items()} | {"#BA4925": "#933517", UNKNOWN_MARK.light: "#4F5661"}
PALETTES = {"dark": PALETTE, "projector": FAR_PALETTE}

FONT = "'Source Sans 3', Arial, sans-serif"
TEXT, TEXT_SMALL = 14, 13


def group_mark(position: int, kind: str) -> GroupMark:
    """The mark of the group at this position (from 1) of its stratifier; unknown and declined share one."""
    return GROUP_MARKS[(position - 1) % len(GROUP_MARKS)] if kind == "group" else UNKNOWN_MARK


def faded(colour: str, share: float) -> str:
    """The colour at this opacity (0 to 1), in the form that the page's script recolours too."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share:g})"


def base_layout(height: int, *, margin: dict[str, int]) -> dict:
    """The layout that all figures share: nothing but the plot, its text in the page's type."""
    return {
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0} | margin,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": TEXT, "color": INK2},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": INK, "font": {"family": FONT, "size": TEXT, "color": INK}, "align": "left"},
        "template": {},
        "autosize": True,
    }


def value_axis(**options: object) -> dict:
    """A vertical axis: faint horizontal grid, no line of its own, ticks without marks."""
    return {
        "gridcolor": GRID,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "tickfont": {"color": INK2},
        "automargin": False,
    } | options


def time_axis(**options: object) -> dict:
    """A time axis: tick marks, a baseline in ink3, no grid."""
    return {
        "type": "date",
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": INK3,
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": INK3,
        "fixedrange": True,
        "tickfont": {"color": INK2},
    } | options


def empty_figure(words: str, *, height: int = 160) -> dict:
    """A figure that says why there is nothing to draw."""
    layout = base_layout(height, margin={}) | {
        "xaxis": {"visible": False, "range": [0, 1], "fixedrange": True},
        "yaxis": {"visible": False, "range": [0, 1], "fixedrange": True},
        "annotations": [
            {"text": words, "x": 0, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top", "showarrow": False, "font": {"color": INK2}}
        ],
    }
    return {"data": [], "layout": layout}
