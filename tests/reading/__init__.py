"""Tests of the rules of reading."""
