"""Reads files as docs/data.md lays them out, checks all of it, and loads all of it or nothing."""
