"""The plans that all visitors share, loaded once per version of the data."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from ucap.frames import build
from ucap.plan import Plan
from ucap.selection import Coverage


@dataclass(frozen=True)
class Library:
    """The plans by id and the counts over them."""

    plans: dict[str, Plan]
    coverage: Coverage


@st.cache_resource(show_spinner=False)
def library() -> Library:
    """The plans, frames and counts."""
    folder = Path(os.environ.get("UCAP_PLANS", "data/plans"))
    plans = [Plan.model_validate_json(path.read_bytes()) for path in sorted(folder.glob("*.json"))]
    return Library({plan.id or "": plan for plan in plans}, Coverage(build(plans)))
