"""Membership matrices: which plans have which values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

_WORD = 64  # plans
Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Membership:
    """Which plans have which values: `matrix` (CSR, int32, plans x values) is 1 where they do, `values` its columns."""

    values: pd.Index
    matrix: Any

    @classmethod
    def of(cls, plan_rows: ArrayLike, values: Any, order: Iterable[Any], plan_count: int) -> Membership:
        """From (plan row, value) entries in any order and number. Columns come in the given `order`.

        Entries whose value is not in `order` are passed over.
        """
        index = pd.Index(list(order))
        columns = index.get_indexer(pd.Index(values)) if len(values) else np.array([], dtype=int)
        is_known = columns >= 0
        rows = np.asarray(plan_rows, dtype=int)[is_known]
        shape = (plan_count, len(index))
        counted = sparse.coo_array((np.ones(len(rows), np.int32), (rows, columns[is_known])), shape=shape).tocsr()
        counted.data[:] = 1
        return cls(index, counted)

    def spliced(self, kept: NDArray[np.int64], fresh: Membership) -> Membership:
        """The membership of plans of which some are as they were and the others fresh, in the order of these.

        `kept` says for each plan its row here; -1 where it is the next row of `fresh`. The values are those of both.
        """
        index = self.values.append(fresh.values[~fresh.values.isin(self.values)])
        count = self.matrix.shape[0]
        before = sparse.csr_array((self.matrix.data, self.matrix.indices, self.matrix.indptr), (count, len(index)))
        came = _widened(fresh.matrix, index.get_indexer(fresh.values), len(index))
        rows = kept.copy()
        rows[kept < 0] = count + np.arange(came.shape[0])
        return Membership(index, sparse.vstack([before, came], format="csr")[rows])

    def ordered(self, order: Iterable[Any]) -> Membership:
        """The same with columns in the given order, among them all values that some plan has."""
        index = pd.Index(list(order))
        if index.equals(self.values):
            return self
        columns = index.get_indexer(self.values)
        entries = self.matrix.tocoo()
        row, column = entries.coords
        shape = (self.matrix.shape[0], len(index))
        return Membership(index, sparse.coo_array((entries.data, (row, columns[column])), shape=shape).tocsr())

    @cached_property
    def bits(self) -> NDArray[np.uint64]:
        """The same matrix as bits (values x plans, 64 to a number): two rows are compared in a few instructions."""
        columns = self.matrix.tocsc()
        plan_count = self.matrix.shape[0]
        packed = [
            _packed(np.bincount(columns.indices[start:end], minlength=plan_count).astype(bool))
            for start, end in pairwise(columns.indptr)
        ]
        return np.array(packed, dtype=np.uint64).reshape(len(self.values), -(-plan_count // _WORD))

    def touched(self, wanted: Mask) -> Mask:
        """The plans that have any of the wanted values (a boolean per value)."""
        return np.asarray(self.matrix @ wanted.astype(np.int32)) > 0

    def having(self, value: Any) -> Mask:
        """The plans that have one value; none where the value is unknown."""
        return self.touched(np.asarray(self.values == value))

    def counts(self, selected: Mask) -> pd.Series:
        """How many selected plans have each value."""
        return pd.Series(selected.astype(np.int32) @ self.matrix, index=self.values, dtype="int64")

    def grouped(self, groups: Sequence[Any], order: Iterable[Any], wanted: Mask | None = None) -> Membership:
        """The membership in groups of values, of which only the `wanted` count.

        `groups` names the group of each value, None for no group.
        """
        index = pd.Index(list(order))
        columns = index.get_indexer(pd.Index(groups))
        is_kept = columns >= 0 if wanted is None else (columns >= 0) & wanted
        ones = np.ones(int(is_kept.sum()), np.int32)
        shape = (len(self.values), len(index))
        matrix = (
            self.matrix @ sparse.coo_array((ones, (np.flatnonzero(is_kept), columns[is_kept])), shape=shape)
        ).tocsr()
        matrix.data[:] = 1
        return Membership(index, matrix)


def _widened(matrix: Any, columns: NDArray[np.int64], width: int) -> Any:
    """The matrix (CSR) with its columns at these places of a wider one."""
    shape = (matrix.shape[0], width)
    return sparse.csr_array((matrix.data, columns[matrix.indices].astype(np.int32), matrix.indptr), shape=shape)


def cross(selected: Mask, rows: Membership, columns: Membership) -> pd.DataFrame:
    """How many selected plans have both: a row per value of the one, a column per value of the other.

    That is `rows.matrix[selected].T @ columns.matrix[selected]`, counted in bits.
    """
    chosen = columns.bits & _packed(selected)
    counted = [np.bitwise_count(one & chosen).sum(axis=1, dtype="int64") for one in rows.bits]
    shape = (len(rows.values), len(columns.values))
    return pd.DataFrame(np.array(counted, dtype="int64").reshape(shape), index=rows.values, columns=columns.values)


def _packed(mask: Mask) -> NDArray[np.uint64]:
    """A boolean per plan as a bit per plan, 64 to a number."""
    padded = np.zeros(-(-len(mask) // _WORD) * _WORD, dtype=bool)
    padded[: len(mask)] = mask
    return np.packbits(padded).view(np.uint64)
