"""The trail of what was done: each line holds the hash of the one before, and the database refuses to change any."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import Connection, func, insert, select

from data_access.accounts.tables import audit
from data_access.engine import ACCOUNTS_LOCK
from data_access.store import keeping_accounts

DONE, REFUSED = "done", "refused"
FIRST = "0" * 64
# Nobody fills the store by a long name, and no line break makes one line look like two.
LONGEST = 300
HASHED = ("account_id", "address", "what", "about", "outcome", "previous")

LATEST_LINE = select(audit.c.number, audit.c.line_hash).order_by(audit.c.number.desc()).limit(1)
ADD_LINE = insert(audit)


@dataclass(frozen=True, slots=True)
class Line:
    """What was done or refused, to what, by whom, from where."""

    what: str
    about: str
    outcome: str = DONE
    account_id: int | None = None
    address: str = ""


def write_line(line: Line, now: datetime) -> None:
    """Add a line to the trail, in a transaction of its own."""
    with keeping_accounts() as connection:
        add_line(connection, line, now)


def add_line(connection: Connection, line: Line, now: datetime) -> None:
    """The same, as a part of the caller's transaction: what is done and what the trail says of it are kept together or not at all."""
    latest = connection.execute(LATEST_LINE).one_or_none()
    row = {
        "number": latest.number + 1 if latest else 1,
        "at": now.astimezone(UTC),
        "account_id": line.account_id,
        "address": plain(line.address),
        "what": line.what,
        "about": plain(line.about),
        "outcome": line.outcome,
        "previous": latest.line_hash if latest else FIRST,
    }
    connection.execute(ADD_LINE, {**row, "line_hash": hash_of_line(row)})


def add_line_from_outside(connection: Connection, line: Line, now: datetime) -> None:
    """The same in a transaction that writes the network's data: it waits for whoever writes accounts, and they for it, to its end."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(ACCOUNTS_LOCK)))
    add_line(connection, line, now)


def hash_of_line(row: dict[str, object]) -> str:
    """The hash that binds a line to its content and to the line before."""
    at = row["at"].astimezone(UTC).isoformat(timespec="microseconds")
    content = [row["number"], at, *(row[name] for name in HASHED)]
    return sha256(json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def plain(text: str) -> str:
    """The text in one line, without signs that steer a terminal, and not too long."""
    return "".join(sign if sign.isprintable() else "?" for sign in text[:LONGEST])
