"""What may be said of the counts of a measure, made from all of its counts at once: pure, no SQL."""
