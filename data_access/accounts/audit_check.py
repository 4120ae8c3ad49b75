"""Whether the trail is whole, at the price of its latest lines: from a line on that was found whole before and is kept under a seal.

What it proves: no line since the kept one was changed or taken out by somebody who has not the program's key, and the kept line itself still
stands. What it does not: that lines before it were left alone since every line was last looked at. Who has both the database and
the key can write another trail; the number and hash of the last line, kept somewhere else, show that.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, delete, insert, select

from data_access.accounts.actor import Actor, require_administrator
from data_access.accounts.audit import DONE, REFUSED, add_line
from data_access.accounts.audit_trail import Verified, verified_from, verify_audit
from data_access.accounts.sealing import seal_of, seals_of
from data_access.accounts.tables import audit_checkpoint
from data_access.store import keeping_accounts, reading_accounts
from data_access.viewer import Viewer

# So many lines are looked at before the kept one moves on: a view seldom writes.
MOVES_AFTER = 500
KEPT = select(audit_checkpoint)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found. first: the line from which on it was looked; broken_at: the first that does not hold, None = all do.

    whole_lines and whole_at: how many held when every line was last looked at, and when. is_sealed: False where the kept line was put there by
    somebody without the program's key, so that every line had to be looked at.
    """

    lines: int
    head: str
    broken_at: int | None
    first: int
    whole_lines: int
    whole_at: datetime
    is_sealed: bool = True


def check_tail(viewer: Viewer, now: datetime) -> Checked:
    """Look at the lines since the kept one; at every line where none is kept, or its seal is not ours. Raises NotAllowed."""
    require_administrator(viewer)
    with reading_accounts() as connection:
        kept = connection.execute(KEPT).one_or_none()
        if kept is None or not _is_ours(kept):
            return _whole(viewer, now, is_sealed=kept is None)
        found = verified_from(connection, kept.number, kept.line_hash)
    checked = Checked(found.lines, found.head, found.broken_at, kept.number, kept.whole_number, kept.whole_at)
    if found.broken_at is None and found.lines - kept.number >= MOVES_AFTER:
        _keep(checked, now)
    return checked


def check_whole(actor: Actor, now: datetime) -> Checked:
    """Look at every line, and keep how far they hold. The trail says that it was done, and how it ended. Raises NotAllowed."""
    checked = _whole(actor.viewer, now)
    about = f"{checked.lines} lines hold" if checked.broken_at is None else f"broken at line {checked.broken_at}"
    with keeping_accounts() as connection:
        add_line(connection, actor.line("audit", about, DONE if checked.broken_at is None else REFUSED), now)
    return checked


def _whole(viewer: Viewer, now: datetime, *, is_sealed: bool = True) -> Checked:
    found = verify_audit(viewer)
    if found.broken_at is None:
        found = _with_kept(found)
    checked = Checked(found.lines, found.head, found.broken_at, 1, found.lines, now, is_sealed)
    # A kept line of somebody else's stays until somebody has read that it is: every line is looked at meanwhile.
    if found.broken_at is None and found.lines and is_sealed:
        _keep(checked, now)
    return checked


def _with_kept(found: Verified) -> Verified:
    """A trail that is whole in itself, held against the kept line: another trail, or one whose end was cut off, has no such line."""
    with reading_accounts() as connection:
        kept = connection.execute(KEPT).one_or_none()
        if kept is None or not _is_ours(kept):
            return found
        return verified_from(connection, kept.number, kept.line_hash)


def _keep(checked: Checked, now: datetime) -> None:
    row = {"number": checked.lines, "line_hash": checked.head, "at": now, "whole_number": checked.whole_lines, "whole_at": checked.whole_at}
    with keeping_accounts() as connection:
        _put(connection, {**row, "seal": seal_of(_content(**row))})


def _put(connection: Connection, row: dict[str, object]) -> None:
    connection.execute(delete(audit_checkpoint))
    connection.execute(insert(audit_checkpoint), row)


def _is_ours(kept: Row) -> bool:
    row = {name: value for name, value in kept._mapping.items() if name not in ("only", "seal")}
    return any(hmac.compare_digest(seal, kept.seal) for seal in seals_of(_content(**row)))


def _content(*, number: int, line_hash: str, at: datetime, whole_number: int, whole_at: datetime) -> str:
    """What is sealed."""
    return f"{number} {line_hash} {at.isoformat()} {whole_number} {whole_at.isoformat()}"
