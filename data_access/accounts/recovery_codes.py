"""Ten codes for whoever lost the authenticator app: each opens once, in the place of the app's code."""

from __future__ import annotations

import base64
import secrets

from sqlalchemy import Connection, delete, func, insert, select

from data_access.accounts.tables import recovery_code
from data_access.accounts.tokens import hash_of
from data_access.store import reading_accounts

CODES = 10
# 80 bits, sixteen letters: a plain hash is enough to keep one.
CODE_BYTES = 10
LETTERS_A_GROUP = 4

LEFT = select(func.count()).select_from(recovery_code)


def new_codes(connection: Connection, account_id: int) -> tuple[str, ...]:
    """Fresh codes for this account, in the caller's transaction; those of before are dead. They are stored nowhere."""
    forget_codes(connection, account_id)
    codes = tuple(_code() for _ in range(CODES))
    connection.execute(insert(recovery_code), [{"code_hash": hash_of(_bare(code)), "account_id": account_id} for code in codes])
    return codes


def forget_codes(connection: Connection, account_id: int) -> None:
    """Let no recovery code of this account open anything, in the caller's transaction."""
    connection.execute(delete(recovery_code).where(recovery_code.c.account_id == account_id))


def use_code(connection: Connection, account_id: int, typed: str) -> int | None:
    """How many codes are left after this one was used up, in the caller's transaction; None where it is no code of this account."""
    of_account = recovery_code.c.account_id == account_id
    if not connection.execute(delete(recovery_code).where(of_account, recovery_code.c.code_hash == hash_of(_bare(typed)))).rowcount:
        return None
    return connection.scalar(LEFT.where(of_account))


def codes_left(account_id: int) -> int:
    """How many codes of this account are unused."""
    with reading_accounts() as connection:
        return connection.scalar(LEFT.where(recovery_code.c.account_id == account_id))


def _code() -> str:
    letters = base64.b32encode(secrets.token_bytes(CODE_BYTES)).decode().lower()
    return "-".join(letters[start : start + LETTERS_A_GROUP] for start in range(0, len(letters), LETTERS_A_GROUP))


def _bare(typed: str) -> str:
    """The code's letters, however somebody groups them."""
    return "".join(letter for letter in typed[:64].lower() if letter.isalnum())
