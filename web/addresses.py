"""Addresses that a browser sends: taken only where they stay in this house."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit, urlunsplit

from flask import request

HOME = "/"


def inside(target: str | None) -> str:
    """The address as a path and query of ours; home where it would lead anywhere else."""
    # A browser takes a backslash for a slash and drops what is no letter.
    if not target or not target.startswith("/") or target.startswith("//") or any(letter == "\\" or letter <= " " for letter in target):
        return HOME
    return target


def referring() -> str:
    """Where the reader stands: the page's address, which the browser sends along."""
    sent = urlsplit(request.referrer or "")
    return inside(urlunsplit(("", "", f"/{sent.path.lstrip('/')}", sent.query, ""))) if sent.netloc else HOME


def value_of(address: str, name: str) -> str:
    """The one value of this name in an address; empty where there is none."""
    return parse_qs(urlsplit(address).query).get(name, [""])[0]
