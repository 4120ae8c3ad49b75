"""Reference values, file by file: python -m tests.conformance DIR."""
