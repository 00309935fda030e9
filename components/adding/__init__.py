"""The pieces of the page that adds plans."""
