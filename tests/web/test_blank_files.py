"""The empty files that the Data page offers are those of the handbook."""

from __future__ import annotations

import io
from zipfile import ZipFile

from flask.testing import FlaskClient

from tests.asking import found, page_of
from tests.shared import REPOSITORY


def test_the_data_page_leads_to_one_file_that_holds_every_template(client: FlaskClient) -> None:
    (link,) = found(page_of(client, path="/data"), children="Empty files to fill in")
    answer = client.get(link["props"]["href"])
    assert (answer.status_code, answer.mimetype, answer.headers["Content-Disposition"]) == (
        200,
        "application/zip",
        'attachment; filename="lantern-blank-files.zip"',
    )
    with ZipFile(io.BytesIO(answer.data)) as archive:
        held = {name: archive.read(name).decode() for name in archive.namelist()}
    assert held == {path.name: path.read_text("utf-8") for path in (REPOSITORY / "docs/templates").iterdir()}


def test_it_is_the_same_file_twice(client: FlaskClient) -> None:
    assert client.get("/blank-files.zip").data == client.get("/blank-files.zip").data
