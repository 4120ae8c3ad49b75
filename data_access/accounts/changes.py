"""What an administrator does with accounts. Each change is in the trail, and holds from the next request on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from data_access.accounts.actor import Actor, require_administrator
from data_access.accounts.audit import add_line, plain
from data_access.accounts.directory import account_of_id, account_where
from data_access.accounts.emails import email_key
from data_access.accounts.hashing import hash_of_password
from data_access.accounts.password_rules import password_fault
from data_access.accounts.passwords import network_words
from data_access.accounts.results import Account
from data_access.accounts.sessions import end_sessions
from data_access.accounts.tables import account, account_team, reset_link
from data_access.schema import team
from data_access.store import keeping_accounts
from data_access.viewer import ADMINISTRATOR, ROLES, TEAM_MEMBER, WITH_TEAMS
from equity.errors import AccountRefused

LONGEST_NAME = 200
OTHER_ADMINISTRATORS = select(func.count()).select_from(account).where(account.c.role == ADMINISTRATOR, account.c.disabled.is_(None))


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account to be made."""

    email: str
    name: str
    role: str
    team_ids: tuple[str, ...] = ()


def add_account(actor: Actor, new: NewAccount, password: str | None, now: datetime) -> Account:
    """Make an account. password: None = whoever it is for sets one by a reset link.

    Raises   NotAllowed; AccountRefused where e-mail, name, role, teams or password cannot be so.
    """
    require_administrator(actor.viewer)
    email, name = new.email.strip(), new.name.strip()
    _require(email_key(email), "This is no e-mail address.")
    _require(name and name.isprintable() and len(name) <= LONGEST_NAME, f"A name has 1 to {LONGEST_NAME} letters, in one line.")
    kept = None if password is None else _kept(password, email, name)
    with keeping_accounts() as connection:
        _require(account_where(connection, account.c.email_key == email_key(email)) is None, f"There is an account {email} already.")
        _require_role(connection, new.role, new.team_ids)
        row = {"email": email, "email_key": email_key(email), "name": name, "role": new.role, "password": kept, "created": now}
        account_id = connection.execute(insert(account), row).inserted_primary_key[0]
        _put_teams(connection, account_id, new.team_ids)
        made = account_of_id(connection, account_id)
        add_line(connection, actor.line("account", f"account {account_id} added: {_role_words(made)}"), now)
    return made


def change_role(actor: Actor, account_id: int, role: str, team_ids: Iterable[str], now: datetime) -> Account:
    """Give an account another role or other teams; what it may see changes with its next request. Raises NotAllowed, AccountRefused."""
    require_administrator(actor.viewer)
    with keeping_accounts() as connection:
        before = account_of_id(connection, account_id)
        wanted = tuple(team_ids)
        _require_role(connection, role, wanted)
        if role != ADMINISTRATOR:
            _require_other_administrator(connection, before)
        connection.execute(update(account).where(account.c.account_id == account_id).values(role=role))
        _put_teams(connection, account_id, wanted)
        after = account_of_id(connection, account_id)
        add_line(connection, actor.line("role", f"account {account_id}: {_role_words(before)} > {_role_words(after)}"), now)
    return after


def disable(actor: Actor, account_id: int, now: datetime) -> Account:
    """Let an account sign in no more; its sessions end and its links are dead. Raises NotAllowed, AccountRefused."""
    require_administrator(actor.viewer)
    with keeping_accounts() as connection:
        _require_other_administrator(connection, account_of_id(connection, account_id))
        connection.execute(update(account).where(account.c.account_id == account_id).values(disabled=now))
        connection.execute(delete(reset_link).where(reset_link.c.account_id == account_id))
        end_sessions(connection, account_id, now)
        add_line(connection, actor.line("account", f"account {account_id} disabled"), now)
        return account_of_id(connection, account_id)


def enable(actor: Actor, account_id: int, now: datetime) -> Account:
    """Let an account sign in again. Raises NotAllowed, AccountRefused."""
    require_administrator(actor.viewer)
    with keeping_accounts() as connection:
        account_of_id(connection, account_id)
        connection.execute(update(account).where(account.c.account_id == account_id).values(disabled=None))
        add_line(connection, actor.line("account", f"account {account_id} enabled"), now)
        return account_of_id(connection, account_id)


def _kept(password: str, *context: str) -> str:
    fault = password_fault(password, *context, *network_words())
    _require(fault is None, fault or "")
    return hash_of_password(password)


def _require_role(connection: Connection, role: str, team_ids: tuple[str, ...]) -> None:
    _require(role in ROLES, f"There is no role {role[:40]!r}. Roles: {', '.join(ROLES)}.")
    _require(not team_ids or role in WITH_TEAMS, f"Teams belong to the roles {' and '.join(WITH_TEAMS)} alone.")
    _require(team_ids or role != TEAM_MEMBER, "A team member is a member of one team at least.")
    # Databases take no zero byte, not even to look for it.
    possible = [team_id for team_id in team_ids if team_id.isprintable()]
    known = set(connection.scalars(select(team.c.team_id).where(team.c.team_id.in_(possible))))
    unknown = [plain(team_id) for team_id in team_ids if team_id not in known]
    _require(not unknown, f"There is no team {', '.join(unknown)[:80]}.")


def _put_teams(connection: Connection, account_id: int, team_ids: tuple[str, ...]) -> None:
    connection.execute(delete(account_team).where(account_team.c.account_id == account_id))
    rows = [{"account_id": account_id, "team_id": team_id} for team_id in sorted(set(team_ids))]
    if rows:
        connection.execute(insert(account_team), rows)


def _require_other_administrator(connection: Connection, found: Account) -> None:
    """Somebody must be left who can keep accounts in the app."""
    if found.role != ADMINISTRATOR or found.is_disabled:
        return
    others = connection.scalar(OTHER_ADMINISTRATORS.where(account.c.account_id != found.account_id))
    _require(others, f"{found.email} is the last administrator. Make another one first.")


def _role_words(found: Account) -> str:
    return f"{found.role} of {', '.join(found.team_ids)}" if found.team_ids else found.role


def _require(holds: object, otherwise: str) -> None:
    if not holds:
        raise AccountRefused(otherwise)
