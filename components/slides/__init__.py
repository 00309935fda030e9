"""The pieces of the page of slides."""
