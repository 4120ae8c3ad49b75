"""The accounts there are."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Row, bindparam, select

from data_access.accounts.actor import require_administrator
from data_access.accounts.emails import email_key
from data_access.accounts.results import Account
from data_access.accounts.tables import account, account_team
from data_access.store import reading_accounts
from data_access.viewer import Viewer
from equity.errors import AccountRefused

ACCOUNTS = select(account).order_by(account.c.email_key)
TEAMS = select(account_team.c.account_id, account_team.c.team_id).order_by(account_team.c.account_id, account_team.c.team_id)
TEAMS_OF = select(account_team.c.team_id).where(account_team.c.account_id == bindparam("account_id")).order_by(account_team.c.team_id)


def accounts(viewer: Viewer) -> tuple[Account, ...]:
    """Every account, in the order of their e-mails. Raises NotAllowed unless an administrator asks."""
    require_administrator(viewer)
    with reading_accounts() as connection:
        teams: dict[int, list[str]] = {}
        for row in connection.execute(TEAMS):
            teams.setdefault(row.account_id, []).append(row.team_id)
        return tuple(account_of_row(row, teams.get(row.account_id, ())) for row in connection.execute(ACCOUNTS))


def account_of_email(viewer: Viewer, email: str) -> Account:
    """The account with this e-mail. Raises AccountRefused if there is none, NotAllowed unless an administrator asks."""
    require_administrator(viewer)
    with reading_accounts() as connection:
        found = account_where(connection, account.c.email_key == email_key(email))
    if found is None:
        raise AccountRefused(f"There is no account {email[:80]!r}.")
    return found


def account_of_id(connection: Connection, account_id: int) -> Account:
    """The account with this number. Raises AccountRefused if there is none."""
    found = account_where(connection, account.c.account_id == account_id)
    if found is None:
        raise AccountRefused("There is no such account.")
    return found


def account_where(connection: Connection, which: ColumnElement[bool]) -> Account | None:
    """The one account for which this holds; None where it holds for none."""
    row = connection.execute(select(account).where(which)).one_or_none()
    return None if row is None else account_of_row(row, teams_of_account(connection, row.account_id))


def teams_of_account(connection: Connection, account_id: int) -> Sequence[str]:
    """The teams of an account, in order."""
    return connection.scalars(TEAMS_OF, {"account_id": account_id}).all()


def account_of_row(row: Row, team_ids: Sequence[str]) -> Account:
    """An account without its secrets."""
    return Account(
        account_id=row.account_id,
        email=row.email,
        name=row.name,
        role=row.role,
        team_ids=tuple(team_ids),
        is_disabled=row.disabled is not None,
        has_password=row.password is not None,
        has_second_factor=row.second_factor_on is not None,
        created=row.created,
        last_sign_in=row.last_sign_in,
        last_visit=row.last_visit,
    )
