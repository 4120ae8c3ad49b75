"""Plain values in, Dash components out: no queries, no arithmetic."""
