"""Search in what plans say: what was typed, the index of words, and the passages that are found."""
