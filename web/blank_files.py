"""Empty files for whoever loads data: one of each kind, with its head alone, in one ZIP that is made in memory."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from flask import Flask, Response

from data_access.loading.tables import FILES
from data_access.loading.templates import header_line


def answer_blank_files(server: Flask) -> None:
    """Install /blank-files.zip."""

    @server.get("/blank-files.zip")
    def blank_files() -> Response:
        return Response(zipped(), mimetype="application/zip", headers={"Content-Disposition": 'attachment; filename="lantern-blank-files.zip"'})


def zipped() -> bytes:
    """The same bytes each time: no file in it bears a day."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for file in FILES.values():
            archive.writestr(ZipInfo(f"{file.name}.csv"), header_line(file))
    return made.getvalue()
