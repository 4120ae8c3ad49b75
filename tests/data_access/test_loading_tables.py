from __future__ import annotations

from data_access.loading.tables import FILES


def test_a_key_is_made_of_columns_and_every_file_has_a_name_of_its_own() -> None:
    for name, file in FILES.items():
        assert name == file.name and set(file.key) <= set(file.names) and len(set(file.names)) == len(file.names)
