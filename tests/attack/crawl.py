"""Collects what a role can get: the files of every page for every question that the app offers, as the cells that attackers read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from flask.testing import FlaskClient

from data_access.releasing.policy import Policy
from equity.catalogue import Measure, Stratifier
from tests.asking import page_of
from tests.attack import computed as formulas
from tests.attack.cells_of_files import EVERYONE, Gap, Reading, Told
from tests.attack.cells_of_screens import counted_tables, lines
from tests.attack.computed import CHANGED, LEVELS, OF_GROUPS, OF_POINTS, OF_SIDES, SUMMED_UP, Asked, Computed, Formula, numbers_in, stratifier_of
from tests.attack.published import ALL, SHARE, Key
from tests.attack.questions import File, Groups, Question, file_of, file_where_told, questions
from tests.attack.rebuilt import Window, measure_of
from tests.attack.tidy import Row

SHARE_SAID = re.compile(r"^([\d.]+)% of .* have no recorded group\.$")
LINES = ("focus", "reference", "everybody")
REVIEWED = ("review/gaps", "review/moved")
FITTED = ("network/grid", "teams/directory")
GAP, ENDS_FITTED = ("gap", "gap_low_95", "gap_high_95"), ("fitted_start", "fitted_end")
# On charts of other kinds the value is none of a rate.
RATES = ("run chart", "p chart", "u chart")


def answers(row: File, question: Question) -> bool:
    """Where a measure, or a team's, is not divided so, the app answers another question and says so."""
    return (row["divided_by"], row["group_in_focus"]) == (question.stratifier_id, question.group_code)


def days_of(rows: Iterable[File]) -> list[str]:
    """The first day of every row's period."""
    return [row["period_start"] for row in rows]


@dataclass
class Crawled:
    """Cells as they were told; told_otherwise: those that were told in two ways; gaps: differences of two cells; computed: numbers made from several.

    read: how often each place told something.
    """

    measure: Measure

    cells: dict[Key, Row] = field(default_factory=dict)
    told_otherwise: list[tuple[str, Key, Row, Row]] = field(default_factory=list)
    gaps: set[Gap] = field(default_factory=set)
    computed: list[Computed] = field(default_factory=list)
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

    def add_computed(self, one: Computed) -> None:
        """Numbers that released cells must give."""
        self.read[one.place] += sum(map(bool, one.told))
        self.computed.append(one)


@dataclass
class Crawler:
    """Asks as one role.

    team_ids: whose pages are opened; every: against every reference, and every line of every chart; baselines: by team, ALL for the network: then a
    group's start is several periods together, and no cell; reads_screens: the tables of the pages too, for the first question of each division.
    """

    client: FlaskClient
    policy: Policy
    team_ids: Sequence[str]
    every: bool = False
    baselines: Mapping[str, Window] = field(default_factory=dict)
    reads_screens: bool = False

    def measure(self, measure_id: str) -> Crawled:
        """All that is told of one measure."""
        row, groups = self.begin(measure_id), self.reading.groups
        for question in questions(measure_id, groups, every=self.every):
            rows = self.file("network/gap", question)
            if rows and answers(rows[0], question):
                self.network(question, rows)
                self.compare(question)
                self.teams(question)
        self.record(Question(measure_id, row["stratifier_id"], row["focus_group"], row["reference_group"]))
        return self.found

    def begin(self, measure_id: str) -> File:
        """Makes ready for a measure; back comes its row in the file of measures."""
        row = next(one for one in file_of(self.client, "measures/measures", "") if one["measure_id"] == measure_id)
        groups = Groups(file_of(self.client, "measures/divisions", ""))
        self.found = Crawled(measure_of(row))
        self.reading = Reading(self.policy, int(row["multiplier"]), groups, {})
        return row

    def record(self, question: Question) -> None:
        """What is told of the gaps of record: of each team's own group, as the small charts' file names it."""
        sides = {row["team_id"]: row for row in self.file("network/panels", question)}
        files = {place: file_where_told(self.client, place, question.query) for place in (*REVIEWED, *FITTED)}
        for team_id in self.team_ids:
            rows = self.file("team/measures", replace(question, team_id=team_id))
            files.setdefault("team/measures", []).extend(row | {"team_id": team_id} for row in rows)
        for place, rows in files.items():
            for row in rows:
                if row.get("measure_id", question.measure_id) == question.measure_id and row["team_id"] in sides:
                    self.add_record(place, row, question, sides[row["team_id"]])

    def add_record(self, place: str, row: File, question: Question, sides: File) -> None:
        """One team's gap of record, in its latest period, at its baseline, or along its fitted line."""
        asked = self.asked(row["team_id"], sides, question)
        if place in FITTED and asked:
            self.found.add_computed(Computed(place, asked, numbers_in([row], ENDS_FITTED), formulas.fitted(asked), is_public=True))
        if row.get("period") in self.reading.days and asked:
            gap = {"gap": row["gap"], "gap_scale": row["scale"], "period": row["period"], "period_start": self.reading.days[row["period"]]}
            self.found.add_gaps(place, self.reading.gap(sides | gap, question, row["team_id"]))
            self.found.add_computed(Computed(place, asked, numbers_in([row], GAP), formulas.gap_in(asked, gap["period_start"])))
        if row.get("baseline_gap") and asked:
            self.found.add_computed(Computed(place, asked, (row["baseline_gap"],), formulas.baseline_gap(asked)))

    def asked(self, team_id: str, row: File, question: Question, *, window: Window = None) -> Asked | None:
        """Whose gap a row tells, from the baseline of its team or another window; None where each team has a reference of its own."""
        focus, reference = self.reading.columns(row, question)
        return Asked(team_id, (focus, reference), self.baselines.get(team_id, window), question.reference) if reference else None

    def compute(self, place: str, asked: Asked | None, rows: Sequence[File], names: Sequence[str], formula: Callable[..., Formula], *more: object) -> None:
        """What these columns tell must follow by this formula."""
        if asked and rows:
            self.found.add_computed(Computed(place, asked, numbers_in(rows, names), formula(asked, *more)))

    def gaps(self, place: str, question: Question, team_id: str = "") -> None:
        """Gaps by period; a baseline is several periods together, and no cell's."""
        for row in self.file(place, question):
            if row["period_start"]:
                self.found.add_gaps(place, self.reading.gap(row, question, team_id or row["team_id"] or ALL))

    def file(self, place: str, question: Question) -> list[File]:
        return file_of(self.client, place, question.query)

    def network(self, question: Question, rows: Sequence[File]) -> None:
        self.add_sides("network/gap", rows, question, ALL)
        asked, stratifier = self.asked(ALL, rows[0], question), stratifier_of(question.stratifier_id, self.reading.groups.rows)
        self.add_groups("network/groups", question, rows, ALL)
        self.compute("network/gap", asked, rows, OF_POINTS, formulas.points, days_of(rows))
        self.add_then_and_now("network/groups", asked, question, stratifier)
        self.compute("network/summaries", asked, self.file("network/summaries", question), SUMMED_UP, formulas.summaries, stratifier)
        self.add_screen("/", question, rows, ALL)
        panels = self.file("network/panels", question)
        self.add_sides("network/panels", panels, question)
        for row in panels:
            self.compute("network/panels", self.asked(row["team_id"], row, question), [row], OF_POINTS, formulas.points, days_of([row]))
        for place in ("network/unknown", "data/unknown"):
            for row in self.file(place, question):
                stratifier_id = row.get("divided_by") or row["divided_by_shown"]
                self.found.add(place, self.reading.share(row, ALL if row["team_id"] == "network" else row["team_id"], stratifier_id))

        for row in self.file("data/quality", question):
            if (said := SHARE_SAID.match(row["why"])) and row["divided_by_shown"] == question.stratifier_id:
                asked = Asked(row["team_id"], ((question.stratifier_id, SHARE), EVERYONE), None, question.reference)
                self.found.add_computed(Computed("data/quality", asked, (said[1],), formulas.latest_share(asked, len(said[1].partition(".")[2]))))

    def compare(self, question: Question) -> None:
        table = self.file("compare/table", question)
        self.add_sides("compare/table", table, question)
        for row in table:
            self.compute("compare/table", self.asked(row["team_id"], row, question), [row], OF_SIDES, formulas.side_by_side, self.reading.day(row))
        for row in self.file("compare/funnel", question):
            told = self.reading.told(row)
            if told is not None:
                self.found.add("compare/funnel", [((row["team_id"], self.reading.day(row), row["divided_by"], row["group_in_focus"]), told)])

        for row in self.file("compare/change", question):
            asked = self.asked(row["team_id"], row, question, window=self.baselines.get(ALL))
            self.compute("compare/change", asked, [row] if row["change_in_level"] else [], CHANGED, formulas.change, self.reading.day(row))
        self.gaps("compare/peers-over-time", question)

    def teams(self, question: Question) -> None:
        for team_id in self.team_ids:
            asked = replace(question, team_id=team_id)
            rows = self.file("team/run", asked)
            if rows and answers(rows[0], question) and rows[0]["measure_shown"] == question.measure_id:
                self.add_sides("team/run", rows, asked, team_id)
                self.add_groups("team/groups", asked, rows, team_id)
                self.add_levels(asked, rows)
                self.add_screen(f"/teams/{team_id}", asked, rows, team_id)
                if self.every or question.leads:
                    self.add_lines(asked, rows[0])
                    self.add_quality(asked)
                    self.gaps("team/level", asked, team_id)

    def add_then_and_now(self, place: str, asked: Asked | None, question: Question, stratifier: Stratifier) -> None:
        """Every group, at the baseline and now."""
        rows = self.file(place, question)
        self.compute(place, asked, rows, OF_GROUPS, formulas.groups_then_and_now, stratifier, list(dict.fromkeys(row["group"] for row in rows)))

    def add_levels(self, question: Question, run: Sequence[File]) -> None:
        """Every period, every group then and now, and the steps of level and gap, the baseline among them."""
        asked, stratifier = self.asked(question.team_id, run[0], question), stratifier_of(question.stratifier_id, self.reading.groups.rows)
        self.compute("team/run", asked, run, OF_POINTS, formulas.points, days_of(run))
        self.add_then_and_now("team/groups", asked, question, stratifier)
        if self.every or question.leads:
            self.compute("team/level", asked, self.file("team/level", question), LEVELS, formulas.levels)

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
        return {"now": days[-1]} | ({} if self.baselines else {"then": days[0]})

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
