"""The map of city pairs."""
