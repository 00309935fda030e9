"""Periods and activities over time."""
