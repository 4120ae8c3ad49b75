"""The CSV of exactly what a card shows: the same page, the same viewer, the same address."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from datetime import date

import dash
from flask import Flask, Response, abort, request

from equity.errors import ReaderError, StoreError
from equity.listing import Listing, Value
from web.doors import of_page, page_key
from web.trail import note
from web.viewers import require, viewer_of_request

LONGEST_NAME = 120
# A spreadsheet would run a cell that begins so.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def answer_downloads(server: Flask) -> None:
    """Install /csv/<page>/<card>."""

    @server.get("/csv/<page_name>/<card>")
    def csv_file(page_name: str, card: str) -> Response:
        listings = next((page["listings"] for page in dash.page_registry.values() if page_key(page["name"]) == page_name and "listings" in page), None)
        if listings is None or card not in listings:
            abort(404, "There is no such file.")
        require(of_page(page_name))
        note("download", f"{page_name}/{card}")
        try:
            listing = listings[card](viewer_of_request(), request.args.to_dict(flat=False))
        except StoreError as error:
            abort(503, str(error))
        except ReaderError as error:
            abort(400, str(error))
        return as_file(listing, file_name(page_name, card, request.args))


def file_name(page_name: str, card: str, asked: Mapping[str, str], *, today: date | None = None) -> str:
    """What a file is called: page, card, team and measure as the address has them, and the day; letters that every system takes."""
    parts = ("lantern", page_name, card, asked.get("team_id", ""), asked.get("measure", ""))
    name = re.sub(r"[^a-z0-9]+", "-", "-".join(filter(None, parts)).lower())
    return f"{name[:LONGEST_NAME].strip('-')}-{today or date.today()}.csv"


def as_file(listing: Listing, name: str) -> Response:
    """The listing as an attachment."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(listing.head)
    writer.writerows([[harmless(value) for value in row] for row in listing.rows])
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response("\ufeff" + text.getvalue(), mimetype="text/csv", headers=disposition)


def harmless(value: Value) -> Value:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value
