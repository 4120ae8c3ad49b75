"""The trail as an administrator reads it, and whether it is whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from sqlalchemy import ColumnElement, Connection, RowMapping, bindparam, func, select

from data_access.accounts.actor import require_administrator
from data_access.accounts.audit import FIRST, hash_of_line
from data_access.accounts.tables import account, audit
from data_access.store import reading_accounts
from data_access.viewer import Viewer

LINES_A_PAGE = 50

LINES = (
    select(
        audit.c.number,
        audit.c.at,
        audit.c.account_id,
        account.c.email,
        audit.c.address,
        audit.c.what,
        audit.c.about,
        audit.c.outcome,
    )
    .join(account, account.c.account_id == audit.c.account_id, isouter=True)
    .order_by(audit.c.number.desc())
)
SOME_LINES = select(audit).where(audit.c.number > bindparam("after")).order_by(audit.c.number).limit(1000)
# Who owns the database could put a line before the first.
BEFORE_ALL = -(2**62)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which lines: None = all. since: from then on; until: before then."""

    what: str | None = None
    account_id: int | None = None
    outcome: str | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One line. email: of the account that acted, or that somebody tried to enter; None where it was none."""

    number: int
    at: datetime
    account_id: int | None
    email: str | None
    address: str
    what: str
    about: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Trail:
    """A page of the trail, the latest line first."""

    lines: tuple[TrailLine, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Verified:
    """How many lines hold, the hash of the last of them, and the number of the first that does not; None = all hold.

    Reads    lines cut off at the end leave no mark in those before: keep number and hash somewhere else, and compare.
    """

    lines: int
    head: str
    broken_at: int | None


def audit_trail(viewer: Viewer, filters: Filters, page: int = 1) -> Trail:
    """A page of the lines that the filters leave; a page that is none is the nearest that is one. Raises NotAllowed."""
    require_administrator(viewer)
    which = list(_conditions(filters))
    with reading_accounts() as connection:
        total = connection.scalar(select(func.count()).select_from(audit).where(*which))
        pages = max(1, ceil(total / LINES_A_PAGE))
        page = min(max(1, page), pages)
        rows = connection.execute(LINES.where(*which).limit(LINES_A_PAGE).offset((page - 1) * LINES_A_PAGE)).all()
    return Trail(tuple(TrailLine(*row) for row in rows), total, page, pages)


def _conditions(filters: Filters) -> Iterator[ColumnElement[bool]]:
    for name in ("what", "account_id", "outcome"):
        asked = getattr(filters, name)
        if asked is not None:
            yield audit.c[name] == asked
    if filters.since is not None:
        yield audit.c.at >= filters.since
    if filters.until is not None:
        yield audit.c.at < filters.until


def verify_audit(viewer: Viewer) -> Verified:
    """Whether every line is as it was written and none is missing between two. Raises NotAllowed."""
    require_administrator(viewer)
    with reading_accounts() as connection:
        return _followed(_lines_after(connection, BEFORE_ALL), 0, FIRST)


def verified_from(connection: Connection, number: int, line_hash: str) -> Verified:
    """The same from a line on that is known to have this hash; that line itself must still stand."""
    lines = _lines_after(connection, number - 1)
    first = next(lines, None)
    if first is None or first["number"] != number or first["line_hash"] != line_hash or hash_of_line(dict(first)) != line_hash:
        return Verified(number - 1, line_hash, number)
    return _followed(lines, number, line_hash)


def _followed(lines: Iterator[RowMapping], number: int, head: str) -> Verified:
    """How far these lines follow from the one with this number and hash."""
    for row in lines:
        if row["number"] != number + 1 or row["previous"] != head or row["line_hash"] != hash_of_line(dict(row)):
            return Verified(number, head, row["number"])
        number, head = number + 1, row["line_hash"]
    return Verified(number, head, None)


def _lines_after(connection: Connection, after: int) -> Iterator[RowMapping]:
    """The lines after this number in their order, some at once: there may be many."""
    while lines := connection.execute(SOME_LINES, {"after": after}).mappings().all():
        yield from lines
        after = lines[-1]["number"]
