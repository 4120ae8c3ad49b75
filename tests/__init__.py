"""Tests mirror the rooms; house/ checks the structure, browser/ the real thing in Chromium."""
