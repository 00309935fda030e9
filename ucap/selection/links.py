"""What plans have in common: similar plans, and the same pair in another plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from ucap.frames.frames import Frames
from ucap.selection.coverage import Coverage

_SHARED = ("categories", "goals", "topics")


@dataclass(frozen=True, slots=True)
class Common:
    """What two plans both touch.

    `similarity` is the cosine (0 to 1) of all that each of them touches.
    """

    similarity: float
    categories: tuple[str, ...]
    goals: tuple[int, ...]
    topics: tuple[str, ...]


class SimilarPlan(NamedTuple):
    """A plan like another, with the reason."""

    plan: str
    common: Common


def similar_plans(coverage: Coverage, plan: str, limit: int = 5) -> list[SimilarPlan]:
    """The plans that share most categories, goals and topics with a plan, the most similar first.

    Raises:
        KeyError: there is no such plan.
    """
    row = coverage.plans.get_loc(plan)
    touched = _touched(coverage)
    similarities = (_unit_rows(touched) @ _unit_rows(touched[[row]]).T).toarray()[:, 0]
    similarities[row] = 0
    return [
        SimilarPlan(coverage.plans[other], _common(coverage, similarities[other], touched[[row]], touched[[other]]))
        for other in _highest(similarities, limit)
    ]


def same_pairs(frames: Frames, plan: str) -> pd.DataFrame:
    """Where other plans have a plan's pairs.

    Columns: `china_city` and `europe_city` of the pair; `plan`, `title`, `plan_kind` and `lead_side` of the other plan.
    """
    is_own = frames.pairs["plan"] == plan
    pairs = frames.pairs[["plan", "china_city", "europe_city"]]
    shared = pairs[~is_own].merge(pairs.loc[is_own, ["china_city", "europe_city"]], on=["china_city", "europe_city"])
    return shared.merge(frames.plans[["plan", "title", "plan_kind", "lead_side"]], on="plan")


def _touched(coverage: Coverage) -> Any:
    """Plans x everything that they can share."""
    return sparse.hstack([coverage.membership(name).matrix for name in _SHARED], format="csr")


def _unit_rows(matrix: Any) -> Any:
    """The rows scaled to length 1, so that their products are cosines; empty rows stay empty."""
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).reshape(-1))
    return sparse.diags_array(1 / np.maximum(lengths, 1)) @ matrix


def _highest(similarities: NDArray[np.float64], limit: int) -> list[int]:
    """The places of the highest similarities above zero, equal ones in the order in which they stand."""
    order = np.argsort(-similarities, kind="stable")[:limit]
    return [int(place) for place in order if similarities[place] > 0]


def _common(coverage: Coverage, similarity: float, one: Any, other: Any) -> Common:
    """What two rows of `_touched` have in common."""
    is_shared = one.multiply(other).toarray()[0] > 0
    shared, start = [], 0
    for name in _SHARED:
        values = coverage.membership(name).values
        shared.append(tuple(values[is_shared[start : start + len(values)]].tolist()))
        start += len(values)
    return Common(float(similarity), *shared)
