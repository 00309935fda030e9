"""The pieces of a plan's own page."""
