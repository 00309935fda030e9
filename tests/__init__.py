"""Tests: they mirror `ucap/` and `components/`."""
