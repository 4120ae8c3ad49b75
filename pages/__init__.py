"""One page a file: read the selection, ask, compute, draw, lay out."""
