"""Every question that the app offers of a measure, found in its own files, and the files and pages that answer it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from urllib.parse import urlencode

from flask.testing import FlaskClient

from equity.catalogue import BEST, LARGEST, OTHERS, OVERALL

EVERY_REFERENCE = (OTHERS, OVERALL, BEST, LARGEST)
FEW = (OTHERS, OVERALL)
File = dict[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """Whose gap, against whom; team_id: of which team, empty for the network; leads: the first of its division, of which everything is asked."""

    measure_id: str
    stratifier_id: str
    group_code: str
    reference: str
    team_id: str = ""
    leads: bool = False

    @property
    def query(self) -> str:
        asked = {"measure": self.measure_id, "stratifier": self.stratifier_id, "group": self.group_code, "reference": self.reference}
        return urlencode(asked | ({"team_id": self.team_id, "team": self.team_id} if self.team_id else {}))


@dataclass(frozen=True)
class Groups:
    """The groups of every division, as the app names them."""

    rows: Sequence[File]

    @cached_property
    def known(self) -> dict[str, list[str]]:
        """The codes of the groups that may be compared, by stratifier."""
        found: dict[str, list[str]] = {}
        for row in self.rows:
            if row["kind"] == "group" and row["stratifier_id"] != OVERALL:
                found.setdefault(row["stratifier_id"], []).append(row["group_code"])
        return found

    @cached_property
    def labels(self) -> dict[tuple[str, str], str]:
        """A group's code by its stratifier and what the app calls it."""
        return {(row["stratifier_id"], row[name]): row["group_code"] for row in self.rows for name in ("label", "short_label")}

    def others(self, stratifier_id: str, group_code: str) -> str:
        """Under which name all others are published; the other of two groups stands by itself."""
        others = [code for code in self.known[stratifier_id] if code != group_code]
        return others[0] if len(others) == 1 else f"others:{group_code}"

    def named_in(self, stratifier_id: str, words: str) -> str:
        """The code of the group that these words name; the longest name first, for one may begin another."""
        named = sorted(((label, code) for (one, label), code in self.labels.items() if one == stratifier_id), key=lambda pair: -len(pair[0]))
        return next((code for label, code in named if label in words), "")


def questions(measure_id: str, groups: Groups, *, every: bool = True) -> Iterator[Question]:
    """Every group of every division against every reference; or each against all others, and the first against everybody too."""
    for stratifier_id, codes in groups.known.items():
        for code in codes:
            named = [other for other in codes if other != code]
            few = FEW if code == codes[0] else FEW[:1]
            for reference in (*EVERY_REFERENCE, *named) if every else few:
                yield Question(measure_id, stratifier_id, code, reference, leads=code == codes[0] and reference == OTHERS)


def file_where_told(client: FlaskClient, place: str, query: str) -> list[File]:
    """The same; no rows where a network hides what there would be to tell."""
    return file_of(client, place, query) if client.get(f"/csv/{place}?{query}").status_code == HTTPStatus.OK else []


def file_of(client: FlaskClient, place: str, query: str) -> list[File]:
    """The rows of one file, each by its columns."""
    answer = client.get(f"/csv/{place}?{query}")
    assert answer.status_code == HTTPStatus.OK, (place, query, answer.text[:200])
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
