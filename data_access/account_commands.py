"""The commands `account` and `audit`: whoever can reach the store keeps its accounts, and makes the first administrator."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from data_access import store
from data_access.accounts import audit_trail, changes
from data_access.accounts.actor import Actor, on_command_line
from data_access.accounts.directory import account_of_email, accounts
from data_access.accounts.resealing import reseal
from data_access.accounts.reset_links import ResetLink, reset_link_by
from data_access.accounts.results import Account
from data_access.accounts.sealing import use_keys
from data_access.accounts.second_factor import remove_second_factor
from data_access.viewer import ROLES
from equity.errors import AccountRefused
from settings import read_database_url, read_keys

DONE, REFUSED = 0, 1

Run = Callable[[argparse.Namespace], int]
# Adds a command to a parser's: its name, what it does, what carries it out.
Make = Callable[[argparse._SubParsersAction, str, str, Run], argparse.ArgumentParser]


def add_account_commands(commands: argparse._SubParsersAction, make: Make) -> None:
    """Add `account` and `audit` to the commands that there are."""
    account = commands.add_parser("account", help="add and change accounts", description="Adds and changes accounts.")
    kinds = account.add_subparsers(required=True, metavar="WHAT")
    add = make(kinds, "add", "add an account; its password is asked for, or read from standard input", run_add)
    add.add_argument("email", metavar="EMAIL")
    add.add_argument("--name", required=True)
    add.add_argument("--invite", action="store_true", help="no password: print a one-time link by which one is set")
    role = make(kinds, "role", "give an account another role, or other teams", run_role)
    role.add_argument("email", metavar="EMAIL")
    for command in (add, role):
        command.add_argument("--role", required=True, choices=ROLES)
        command.add_argument("--team", action="append", default=[], metavar="TEAM", help="a member's or a coach's team; may be repeated")
    make(kinds, "list", "list the accounts", run_list)
    make(kinds, "reseal", "seal the secrets of second factors with the present SECRET_KEY", run_reseal)
    for name, words, run in BY_EMAIL:
        make(kinds, name, words, run).add_argument("email", metavar="EMAIL")
    audit = make(commands, "audit", "read the trail of what was done, or verify that it is whole", run_audit)
    audit.add_argument("what", nargs="?", choices=["verify"])
    audit.add_argument("--account", metavar="EMAIL", help="lines of this account alone")
    audit.add_argument("--page", type=int, default=1)


def run_add(asked: argparse.Namespace) -> int:
    """Add an account, with a password or with a link."""
    with _accounts() as actor:
        password = None if asked.invite else _read_password()
        new = changes.NewAccount(asked.email, asked.name, asked.role, tuple(asked.team))
        made = changes.add_account(actor, new, password, _now())
        print(f"Added: {_line(made)}")
        if asked.invite:
            _print_link(reset_link_by(actor, made.account_id, _now()))
    return DONE


def run_list(asked: argparse.Namespace) -> int:
    """List every account."""
    with _accounts() as actor:
        found = accounts(actor.viewer)
    print("\n".join(map(_line, found)) or "There is no account yet.")
    return DONE


def run_role(asked: argparse.Namespace) -> int:
    """Give an account another role, or other teams."""
    return _changed(asked, lambda actor, found: changes.change_role(actor, found.account_id, asked.role, asked.team, _now()))


def run_disable(asked: argparse.Namespace) -> int:
    """Let an account sign in no more."""
    return _changed(asked, lambda actor, found: changes.disable(actor, found.account_id, _now()))


def run_enable(asked: argparse.Namespace) -> int:
    """Let an account sign in again."""
    return _changed(asked, lambda actor, found: changes.enable(actor, found.account_id, _now()))


def run_second_factor(asked: argparse.Namespace) -> int:
    """Take an account's second factor away."""
    return _changed(asked, lambda actor, found: remove_second_factor(actor, found.account_id, _now()))


def run_reseal(asked: argparse.Namespace) -> int:
    """Seal every secret of a second factor with the present key."""
    with _accounts() as actor:
        use_keys(*read_keys(os.environ))
        print(f"Sealed with the present key: {reseal(actor, _now())}. SECRET_KEY_BEFORE is needed no more for them.")
    return DONE


def run_reset(asked: argparse.Namespace) -> int:
    """Print a link by which somebody sets a new password."""
    with _accounts() as actor:
        _print_link(reset_link_by(actor, account_of_email(actor.viewer, asked.email).account_id, _now()))
    return DONE


def run_audit(asked: argparse.Namespace) -> int:
    """Print a page of the trail, or whether it is whole."""
    with _accounts() as actor:
        if asked.what == "verify":
            return _print_verified(audit_trail.verify_audit(actor.viewer))
        account_id = account_of_email(actor.viewer, asked.account).account_id if asked.account else None
        trail = audit_trail.audit_trail(actor.viewer, audit_trail.Filters(account_id=account_id), asked.page)
    for line in trail.lines:
        print(f"{line.number}  {line.at:%Y-%m-%d %H:%M:%S}  {line.email or '-'}  {line.address or '-'}  {line.what}  {line.outcome}  {line.about}")
    print(f"Page {trail.page} of {trail.pages}, {trail.total} in all. Times are UTC.")
    return DONE


BY_EMAIL: tuple[tuple[str, str, Run], ...] = (
    ("disable", "let an account sign in no more, from now on", run_disable),
    ("enable", "let an account sign in again", run_enable),
    ("reset", "print a one-time link by which a new password is set", run_reset),
    ("second-factor", "take an account's second factor away", run_second_factor),
)


@contextmanager
def _accounts() -> Iterator[Actor]:
    """The store at DATABASE_URL, and who acts on it."""
    store.connect(read_database_url(os.environ))
    try:
        yield on_command_line(os.environ.get("LOGNAME") or os.environ.get("USER") or "unnamed")
    finally:
        store.disconnect()


def _changed(asked: argparse.Namespace, change: Callable[[Actor, Account], Account]) -> int:
    with _accounts() as actor:
        print(_line(change(actor, account_of_email(actor.viewer, asked.email))))
    return DONE


def _read_password() -> str:
    """A password that stands in no history and no list of processes: typed twice, or the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != typed:
        raise AccountRefused("The two passwords differ. Nothing was changed.")
    return typed


def _line(found: Account) -> str:
    said = [found.email, found.name, found.role, *(["of " + ", ".join(found.team_ids)] if found.team_ids else [])]
    marks = {"disabled": found.is_disabled, "no password yet": not found.has_password, "second factor": found.has_second_factor}
    return "  ".join([*said, *(mark for mark, holds in marks.items() if holds)])


def _print_link(link: ResetLink) -> None:
    print(f"One-time link, until {link.ends:%H:%M} UTC. Put the address of your Lantern before it, and hand it to {link.account.email} alone:")
    print(link.path)


def _print_verified(found: audit_trail.Verified) -> int:
    if found.broken_at is not None:
        print(
            f"Line {found.broken_at} does not follow from the one before: it was changed, or lines are missing. {found.lines} lines before it hold.",
            file=sys.stderr,
        )
        return REFUSED
    print(f"{found.lines} lines, none changed, none missing between them. The last one's hash: {found.head}")
    return DONE


def _now() -> datetime:
    return datetime.now(UTC)
