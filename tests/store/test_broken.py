"""Damage at random, the same at each run; `make endure` tries very many more."""

from __future__ import annotations

from pathlib import Path

from tests.store.broken import Broken, is_well, outcome


def test_nothing_broken_is_taken_for_whole_or_costs_more_than_itself(tmp_path: Path) -> None:
    broken = Broken(tmp_path)
    outcomes = {seed: outcome(broken, seed) for seed in range(60)}
    assert {seed: one for seed, one in outcomes.items() if not is_well(one)} == {}
