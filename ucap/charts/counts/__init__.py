"""Bars and matrices of counts."""
