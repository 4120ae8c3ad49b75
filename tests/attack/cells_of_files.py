"""Which published cells a row of one of the app's files holds, and how each is told there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from data_access.releasing.policy import Policy
from equity.catalogue import OVERALL
from tests.attack.kept_rows import HIDDEN, counted_row, rated_row
from tests.attack.published import ALL, SHARE, Key
from tests.attack.questions import File, Groups, Question
from tests.attack.tidy import Row

Told = tuple[Key, Row]
COLUMN = tuple[str, str]
EVERYONE: COLUMN = (OVERALL, ALL)
# A gap of rates in shown units, told to four decimals.
Gap = tuple[Key, Key, float]


@dataclass(frozen=True)
class Reading:
    """What is needed to read files: the policy that every reader of the manual knows, the measure's multiplier, groups, and days by label."""

    policy: Policy
    multiplier: int
    groups: Groups
    days: dict[str, str]

    def day(self, row: File) -> str:
        """The first day of the row's period, which some files only name."""
        if row.get("period_start"):
            self.days[row["period"]] = row["period_start"]
            return row["period_start"]
        return self.days[row.get("period") or row["period_compared"]]

    def told(self, row: File, side: str = "", *, rate: str = "rate", multiplier: int = 0) -> Row | None:
        """One count of a row; None where it is of nothing that is published."""
        numerator, denominator, size = (row[f"{side}{name}"] for name in ("numerator", "denominator", "size"))
        if denominator:
            return counted_row(numerator, denominator)
        if size:
            return rated_row(self.printed(row[f"{side}{rate}"], size.split(" ")[0], multiplier or self.multiplier), sized(size))
        blank = row.get(f"{side}blank", row.get("blank", ""))
        return HIDDEN if blank == "hidden" else None

    def printed(self, rate: str, lowest: str, multiplier: int) -> str:
        """The rate with as many decimals as the manual says that it has; with all that stand there where more do."""
        places = places_of(self.policy, int(lowest), multiplier)
        said = f"{float(rate):.{places}f}"
        return said if float(said) == float(rate) else rate

    def two_sides(self, row: File, asked: Question, team_id: str) -> Iterator[Told]:
        """The focus group and its reference."""
        columns = self.columns(row, asked)
        for side, column in zip(("focus_", "reference_"), columns, strict=True):
            # A file with one blank for both sides does not say which of them is hidden.
            told = self.told({f"{side}blank": "", **row}, side)
            if told is not None and column is not None:
                yield (team_id, self.day(row), *column), told

    def columns(self, row: File, asked: Question) -> tuple[COLUMN, COLUMN | None]:
        """Which two columns are compared, by what the file itself says; the second unknown where each team has its own best-off group."""
        focus = (row["divided_by"], row.get("focus_group") or row["group_in_focus"])
        words = row["compared_with"]
        if words.startswith("all other ") or words == "others":
            return focus, (focus[0], self.groups.others(*focus))
        if words.startswith("all ") or words == OVERALL:
            return focus, EVERYONE
        code = self.groups.named_in(focus[0], words)
        return focus, (focus[0], code) if asked.reference == code else None

    def gap(self, row: File, asked: Question, team_id: str) -> Iterator[Gap]:
        """The difference between both, where the file tells it."""
        focus, reference = self.columns(row, asked)
        if row["gap"] and reference is not None and row.get("gap_scale") != "ratio":
            yield (team_id, self.day(row), *focus), (team_id, self.day(row), *reference), float(row["gap"])

    def share(self, row: File, team_id: str, stratifier_id: str) -> Iterator[Told]:
        """People whose group is not known."""
        counts = {"numerator": row["unknown"], "denominator": row["people"], "size": row["people_size"], "rate": row["percent"], "blank": row["blank"]}
        told = self.told(counts, multiplier=100)
        if told is not None:
            yield (team_id, self.day(row), stratifier_id, SHARE), told


def sized(words: str) -> str:
    """100-199 of 100 to 199; >=1000000 of 1000000 or more."""
    lowest, _, rest = words.partition(" ")
    return f">={lowest}" if rest == "or more" else f"{lowest}-{rest.removeprefix('to ')}"


def places_of(policy: Policy, lowest: int, multiplier: int) -> int:
    """How many decimals the manual promises of a rate of so many people."""
    _, steps = max((one for one in policy.places if one[0] <= multiplier), default=policy.places[0])
    return max((places for size, places in steps if size <= lowest), default=0)
