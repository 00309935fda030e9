"""Cooperation themes, with and without separators."""
