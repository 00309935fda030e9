"""Documents: from bytes to rows of label and cells, each piece knowing where it stood."""
