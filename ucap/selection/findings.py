"""Findings as a page shows them, and the plans that can be expected and are not there."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from ucap.frames.frames import Frames
from ucap.plan.record import Severity
from ucap.plan.words import place_words, title_words, value_words
from ucap.selection.tables import messages
from ucap.vocabulary.expected import ExpectedPlan, expected_plans
from ucap.vocabulary.folding import fold
from ucap.wording import N_, _, ngettext

Have = Literal["summary", "other", "nothing"]


def expected(frames: Frames) -> pd.DataFrame:
    """The plans that can be expected, and what there is of each, in the order of `data/reference/expected_plans.csv`.

    Columns: `kind` (`chinese-city` or `european-city`), `city`, `country_code`, `year` of the round (Int64), `have`,
    `plans` (a list of the ids of the plans that name the city) and `source`. `have` is `summary` if there is the city's
    own summary, `other` if only other plans name the city, else `nothing`.
    """
    cities = frames.cities.merge(frames.plans[["plan", "plan_kind"]], on="plan")
    spellings = cities["name"].map(fold)
    found = [_expected(one, cities[spellings == fold(one.city)]) for one in expected_plans()]
    return pd.DataFrame(found).astype({"year": "Int64"})


def _expected(one: ExpectedPlan, named: pd.DataFrame) -> dict[str, object]:
    own = named[named["country_code"].isna() | (named["country_code"] == one.country_code)]
    has_summary = (own["is_lead"] & (own["plan_kind"] == "summary")).any()
    have: Have = "summary" if has_summary else "other" if len(own) else "nothing"
    return {
        "kind": one.kind,
        "city": one.city,
        "country_code": one.country_code,
        "year": one.year,
        "have": have,
        "plans": own["plan"].drop_duplicates().to_list(),
        "source": one.source,
    }


_ORDER: dict[Severity, float] = {"error": 0, "warning": 1, "note": 2}
_GUESSED = 0.5
"""A row that was guessed comes right after the errors: if it is another, so is all that it says."""
_HAVE: dict[Have, str] = {
    "summary": N_("Its own summary"),
    "other": N_("Named in other plans only"),
    "nothing": N_("Nothing yet"),
}


def findings_table(frames: Frames) -> pd.DataFrame:
    """The findings with the title of their plan, the gravest first: errors, rows that were guessed, the rest.

    Columns: those of the frame `findings`, and `title`.
    """
    found = frames.findings.merge(frames.plans[["plan", "title"]], on="plan", how="left")
    rank = found["severity"].astype("str").map(_ORDER).where(found["code"] != "row-guessed", _GUESSED)
    said = found.assign(rank=rank, message=messages(found))
    return said.sort_values("rank", kind="stable").drop(columns="rank").reset_index(drop=True)


def findings_by_kind(frames: Frames) -> pd.DataFrame:
    """How many findings there are of each kind, the most frequent first: `code`, `finding_count`."""
    counts = frames.findings["code"].value_counts()
    return pd.DataFrame({"code": counts.index.astype("str"), "finding_count": counts.to_numpy()})


def findings_sentence(frames: Frames) -> str:
    """One sentence: how many findings, in how many of the selected plans, how many of them errors."""
    findings = frames.findings
    if findings.empty:
        return _("Nothing doubtful was found in the selected plans.")
    count, plan_count = len(findings), findings["plan"].nunique()
    errors = int((findings["severity"] == "error").sum())
    text = ngettext(
        "{count} finding in {plans} of {total} selected plans",
        "{count} findings in {plans} of {total} selected plans",
        count,
    )
    said = text.format(count=count, plans=plan_count, total=len(frames.plans))
    worst = ngettext("{count} is an error.", "{count} are errors.", errors) if errors else _("none are errors.")
    return _("{findings}; {errors}").format(findings=said, errors=worst.format(count=errors))


def expected_table(frames: Frames) -> tuple[pd.DataFrame, str]:
    """The plans that can be expected, as a table to show, and a sentence that counts what is missing.

    The attributes `cities` and `plans` of the table hold the name, and the ids of the plans, of each row.
    """
    known = expected(frames)
    titles = dict(zip(frames.plans["plan"], frames.plans["title"].fillna(frames.plans["plan"]), strict=True))
    table = pd.DataFrame(
        {
            _("City"): [place_words(city) for city in known["city"]],
            _("Country"): [value_words("countries", code) for code in known["country_code"]],
            _("Round"): known["year"],
            _("What we have"): [_(_HAVE[have]) for have in known["have"]],
            _("Plans"): [_("; ").join(title_words(titles[plan]) for plan in plans) for plans in known["plans"]],
            _("Source"): known["source"],
        }
    )
    table.attrs |= {"cities": known["city"].tolist(), "plans": known["plans"].tolist()}
    summaries, nothing = int((known["have"] == "summary").sum()), int((known["have"] == "nothing").sum())
    sentence = (
        _("{summaries} of {total} expected summaries are here. Nothing is known yet about {nothing} of them.")
        if nothing
        else _("{summaries} of {total} expected summaries are here.")
    )
    return table, sentence.format(total=len(known), summaries=summaries, nothing=nothing)
