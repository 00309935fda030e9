"""Lists in cells: paragraphs, the marks that begin items, and the blocks that they part."""
