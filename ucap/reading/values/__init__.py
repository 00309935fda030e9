"""Dates, periods, numbers and figures."""
