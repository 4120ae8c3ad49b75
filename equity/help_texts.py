"""What the Help page says: how each kind of chart is read, the keys, how to take things along, what is hidden, whom to ask."""

from __future__ import annotations

from dataclasses import dataclass

from equity.sentences.protection import OWNERS


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of chart. drawn: what its small example shows, in words; page, address: where one of it stands."""

    kind_id: str
    name: str
    drawn: str
    reads: str
    page: str
    address: str


KINDS = (
    Kind(
        "trend",
        "Two rates, and the gap",
        "Two lines come closer; below them the gap, with a band around it, goes toward zero.",
        "The lines are the rates of the two groups. Below them is the gap: first how many points lie between them, then how many times as large one is. "
        "A shaded band shows how sure we are: a wide one means few people. Where no number came, the line stops.",
        "Network",
        "/#network-gap",
    ),
    Kind(
        "grid",
        "Grid of verdicts",
        "Rows of cells, each with a mark.",
        "A row is a team, a column is a measure. Each cell has a mark and a word: the verdict, or why there is none. "
        "Teams stand in order of their names. Nobody is ranked.",
        "Network",
        "/#network-grid",
    ),
    Kind(
        "panels",
        "Small charts",
        "Four small charts side by side, each with its own line.",
        "One chart for each team, all with the same scales, so a steep line is steep. A thick line is your team.",
        "Network",
        "/#network-panels",
    ),
    Kind(
        "groups",
        "Every group, then and now",
        "A small dot and a large dot in each row, with a line between.",
        "A row is a group. The small mark is then, the large one is now. A bar through it shows how sure we are. "
        "A hollow mark stands for too few people to lean on.",
        "Network",
        "/#network-groups",
    ),
    Kind(
        "run",
        "Run chart",
        "A line of points around a straight middle line, with a letter where a change began.",
        "The straight line is the median of the first points. A long row on one side of it is more than chance: those points are filled. "
        "Letters are changes that the team tested.",
        "Teams",
        "/teams",
    ),
    Kind(
        "limits",
        "Chart with limits",
        "A line of points between two dashed lines; one point lies outside.",
        "Nearly all points lie between the dashed limits while nothing changes. One outside is a signal to look into, good or bad.",
        "Teams",
        "/teams",
    ),
    Kind(
        "level",
        "Level and gap",
        "A path of points from upper left to lower right.",
        "Across is the rate of all people, upward is the gap. Follow the path from the first point to the last. The best way is better for all with less gap.",
        "Teams",
        "/teams",
    ),
    Kind(
        "dots",
        "Dots with bars",
        "A dot with a bar in each row, and one line down through all of them.",
        "Each dot is a team's gap and its bar shows how sure we are. Where bars overlap, the teams may well be alike. You choose the order; it is no rank.",
        "Compare",
        "/compare#compare-dots",
    ),
    Kind(
        "funnel",
        "Funnel",
        "Dots between two lines that are wide apart on the left and close on the right.",
        "Small teams stand left, large ones right. Between the lines a team may differ by chance alone. Outside them, look for a reason.",
        "Compare",
        "/compare#compare-funnel",
    ),
    Kind(
        "quadrant",
        "For whom it got better",
        "Four fields with dots; one field is shaded.",
        "One way is the change for all people, the other the change of the gap. Only in the shaded corner did all do better and the gap shrink.",
        "Compare",
        "/compare#compare-quadrant",
    ),
    Kind(
        "radar",
        "Radar",
        "A web of five arms with a dashed and a full outline.",
        "Each arm is one domain, from the first level in the middle to the last at the edge. Dashed is then, full is now. "
        "Look at the arms, not at the area: it says nothing. The steps beside it show the same.",
        "Maturity",
        "/maturity#maturity-radar",
    ),
    Kind(
        "levels",
        "Squares on levels",
        "Stacks of squares over the levels one to five.",
        "A square is a team. Where they are many, a square stands for more, and the chart says so. Levels are words in order; no mean is taken.",
        "Maturity",
        "/maturity#maturity-levels",
    ),
    Kind(
        "calendar",
        "Calendar",
        "Rows of cells, some full, some open.",
        "A row is a team, a column is a time. A cell says whether the report came, or which stage the work had reached. The first rows count all teams.",
        "Data",
        "/data#data-calendar",
    ),
)

KEYS = (
    ("Tab, Shift and Tab", "Go to the next link, list or button, or to the one before. The first one skips to the page."),
    ("Enter, Space", "Open a link, press a button, unfold a table."),
    ("Arrow keys in a list", "Choose. The page follows at once, and the back button undoes it."),
    ("Esc", "End a tour or presenting; you are led back to where you were."),
    ("Right, Down, Page Down, Space", "When presenting: the next screen."),
    ("Left, Up, Page Up", "When presenting: the screen before."),
    ("Shift with these", "When presenting: the next card as a whole, or the one before."),
    ("Home, End", "When presenting: the first or the last card."),
    ("F", "When presenting: full screen, and back."),
)

TAKING = (
    ("Print", "Use your browser's own print. The page goes on paper in light colors, with what you chose said at the top. Letter and A4 both fit."),
    ("Present", "The button at the top of each page shows its cards one at a time, full screen and large."),
    (
        "Take a picture",
        "Picture below a card saves its chart or grid as a file, or copies it with its sentence. It holds what you chose, the source and the day.",
    ),
    ("Take the numbers", "CSV below a card is a file of just what that card shows, with the load that it came from."),
    ("Send a view", "Copy the address. It holds all that you chose. The # at the right of a card's title leads to that one card."),
    ("Whose numbers these are", OWNERS),
    ("Cite", "Name the network, the title of the card, the day the data reach to, the load, and the address. All of them stand on the page."),
)

HIDDEN = (
    ("What is hidden", "Numbers of 1 to 10 people, and what would give them away when added or taken off. A count of none is shown."),
    ("Why", "A small number can tell who was ill, or who was cared for. It is held back so that nobody can be found out."),
    ("What others see", "Rates that are rounded, and a range that the size of the group lies in, such as 50 to 99. No counts."),
    ("What a team sees", "Its own numbers, whole. Its charts may then show more than the same charts do for others."),
    ("What to do", "Look at a longer time or at fewer, larger groups. Nobody can lift it for you, not even the lead of the network."),
)

ASKING = (
    ("A team's numbers", "Ask the team. Its contact stands on the Data page, for those who may see the team."),
    ("What a measure counts", "Ask its steward. The Measures page names one for each measure."),
    ("How a number is made", "Read its entry on the Methods page. Method below a card leads there."),
    ("Signing in, or what you may see", "Ask the person who keeps the accounts of your network."),
    ("An error with a number", "Say that number to whoever runs Lantern for you. What you chose is still in the address."),
)
