"""Collects what a role can get: the files of every page for every question that the app offers, as the cells that attackers read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from flask.testing import FlaskClient

from data_access.releasing.policy import Policy
from tests.asking import page_of
from tests.attack.cells_of_files import EVERYONE, Gap, Reading, Told
from tests.attack.cells_of_screens import counted_tables, lines
from tests.attack.published import ALL, Key
from tests.attack.questions import File, Groups, Question, file_of, file_where_told, questions
from tests.attack.tidy import Row

LINES = ("focus", "reference", "everybody")
REVIEWED = ("review/gaps", "review/moved")
# On charts of other kinds the value is none of a rate.
RATES = ("run chart", "p chart", "u chart")


def answers(row: File, question: Question) -> bool:
    """Where a measure, or a team's, is not divided so, the app answers another question and says so."""
    return (row["divided_by"], row["group_in_focus"]) == (question.stratifier_id, question.group_code)


@dataclass
class Crawled:
    """Cells as they were told; told_otherwise: those that were told in two ways; gaps: differences of two cells; read: how often each place told a cell."""

    cells: dict[Key, Row] = field(default_factory=dict)
    told_otherwise: list[tuple[str, Key, Row, Row]] = field(default_factory=list)
    gaps: set[Gap] = field(default_factory=set)
    read: Counter = field(default_factory=Counter)

    def add(self, place: str, told: Iterable[Told]) -> None:
        for key, row in told:
            self.read[place] += 1
            if self.cells.setdefault(key, row) != row:
                self.told_otherwise.append((place, key, self.cells[key], row))

    def add_gaps(self, place: str, told: Iterable[Gap]) -> None:
        """Differences that a file tells without their sides."""
        for gap in told:
            self.read[place] += 1
            self.gaps.add(gap)


@dataclass
class Crawler:
    """Asks as one role.

    team_ids: whose pages are opened; every: against every reference, and every line of every chart; has_baseline: then a group's start is several
    periods together, and no cell; reads_screens: the tables of the pages too, for the first question of each division.
    """

    client: FlaskClient
    policy: Policy
    team_ids: Sequence[str]
    every: bool = False
    has_baseline: bool = False
    reads_screens: bool = False
    found: Crawled = field(default_factory=Crawled)

    def measure(self, measure_id: str) -> Crawled:
        """All that is told of one measure."""
        row = next(one for one in file_of(self.client, "measures/measures", "") if one["measure_id"] == measure_id)
        groups = Groups(file_of(self.client, "measures/divisions", ""))
        self.reading = Reading(self.policy, int(row["multiplier"]), groups, {})
        for question in questions(measure_id, groups, every=self.every):
            rows = self.file("network/gap", question)
            if rows and answers(rows[0], question):
                self.network(question, rows)
                self.compare(question)
                self.teams(question)
        self.record(Question(measure_id, row["stratifier_id"], row["focus_group"], row["reference_group"]))
        return self.found

    def record(self, question: Question) -> None:
        """The gaps of record that a review tells: of each team's own group, as the small charts' file names it."""
        sides = {row["team_id"]: row for row in self.file("network/panels", question)}
        for place in REVIEWED:
            rows = file_where_told(self.client, place, question.query)
            told = [row for row in rows if row["measure_id"] == question.measure_id and row["team_id"] in sides and row["period"] in self.reading.days]
            for row in told:
                gap = {"gap": row["gap"], "gap_scale": row["scale"], "period": row["period"], "period_start": self.reading.days[row["period"]]}
                self.found.add_gaps(place, self.reading.gap(sides[row["team_id"]] | gap, question, row["team_id"]))

    def gaps(self, place: str, question: Question, team_id: str = "") -> None:
        """Gaps by period; a baseline is several periods together, and no cell's."""
        for row in self.file(place, question):
            if row["period_start"]:
                self.found.add_gaps(place, self.reading.gap(row, question, team_id or row["team_id"] or ALL))

    def file(self, place: str, question: Question) -> list[File]:
        return file_of(self.client, place, question.query)

    def network(self, question: Question, rows: Sequence[File]) -> None:
        self.add_sides("network/gap", rows, question, ALL)
        self.add_groups("network/groups", question, rows, ALL)
        self.add_screen("/", question, rows, ALL)
        self.add_sides("network/panels", self.file("network/panels", question), question)
        for place in ("network/unknown", "data/unknown"):
            for row in self.file(place, question):
                stratifier_id = row.get("divided_by") or row["divided_by_shown"]
                self.found.add(place, self.reading.share(row, ALL if row["team_id"] == "network" else row["team_id"], stratifier_id))

    def compare(self, question: Question) -> None:
        self.add_sides("compare/table", self.file("compare/table", question), question)
        for row in self.file("compare/funnel", question):
            told = self.reading.told(row)
            if told is not None:
                self.found.add("compare/funnel", [((row["team_id"], self.reading.day(row), row["divided_by"], row["group_in_focus"]), told)])

        self.gaps("compare/peers-over-time", question)

    def teams(self, question: Question) -> None:
        for team_id in self.team_ids:
            asked = replace(question, team_id=team_id)
            rows = self.file("team/run", asked)
            if rows and answers(rows[0], question) and rows[0]["measure_shown"] == question.measure_id:
                self.add_sides("team/run", rows, asked, team_id)
                self.add_groups("team/groups", asked, rows, team_id)
                self.add_screen(f"/teams/{team_id}", asked, rows, team_id)
                if self.every or question.leads:
                    self.add_lines(asked, rows[0])
                    self.add_quality(asked)
                    self.gaps("team/level", asked, team_id)

    def add_quality(self, asked: Question) -> None:
        """The share of people whose group is not known, beside the team's reports."""
        for row in self.file("team/quality", asked):
            if row["kind"] == "people":
                self.found.add("team/quality", self.reading.share(row, asked.team_id, row["divided_by"]))

    def add_sides(self, place: str, rows: Iterable[File], question: Question, team_id: str = "") -> None:
        for row in rows:
            self.reading.day(row)
            team = team_id or row["team_id"]
            self.found.add(place, self.reading.two_sides(row, question, team))
            self.found.gaps.update(self.reading.gap(row, question, team))

    def add_groups(self, place: str, question: Question, run: Sequence[File], team_id: str) -> None:
        """Every group in the latest period that has a gap, and in the first where that stands for the baseline."""
        at = self.now_and_then(run)
        for row in self.file(place, question):
            told, day = self.reading.told(row), at.get(row["when"])
            if told is not None and day is not None:
                self.found.add(place, [((team_id, day, *self.column(question, row["group"])), told)])

    def now_and_then(self, run: Sequence[File]) -> dict[str, str]:
        """Of which period a group's numbers are."""
        days = [row["period_start"] for row in run if row["gap"]]
        if not days:
            return {}
        return {"now": days[-1]} | ({} if self.has_baseline else {"then": days[0]})

    def column(self, question: Question, label: str) -> tuple[str, str]:
        """Which column a row of groups is."""
        if label == "Everybody":
            return EVERYONE
        return question.stratifier_id, self.reading.groups.labels[question.stratifier_id, label]

    def add_screen(self, path: str, question: Question, run: Sequence[File], team_id: str) -> None:
        """The page's own tables: a row a period, or a row a group now and then."""
        if not (self.reads_screens and question.leads):
            return
        at = self.now_and_then(run)
        for head, rows in counted_tables(page_of(self.client, f"?{question.query}", path)):
            for name, told in lines(head, rows, self.reading):
                if head[0] == "Group":
                    places = [(at.get(when), self.column(question, name)) for when in ("now", "then")]
                else:
                    places = [(self.reading.days[name], column) for column in self.reading.columns(run[0], question)]
                # A chart of one line has one column of counts: that of the focus group.
                shown = [((team_id, day, *column), row) for (day, column), row in zip(places, told, strict=False) if day and column and row]
                self.found.add("screens", shown)

    def add_lines(self, asked: Question, run: File) -> None:
        """What is drawn with limits: the focus group, its reference, everybody."""
        focus, reference = self.reading.columns(run, asked)
        for line, column in zip(LINES, (focus, reference, EVERYONE), strict=True):
            self.found.add("team/process", self.line(asked, line, column))

    def line(self, asked: Question, line: str, column: tuple[str, str] | None) -> Iterator[Told]:
        for row in file_of(self.client, "team/process", f"{asked.query}&line={line}&chart=run-chart"):
            told = self.reading.told(row, rate="value") if row["chart"] in RATES else None
            if told is not None and column is not None:
                yield (asked.team_id, self.reading.day(row), *column), told
