"""Corrections as a layer over the record; no SQL."""
