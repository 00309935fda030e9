"""The table of findings."""

from __future__ import annotations

import re
import string
from pathlib import Path

from ucap.plan.record import Finding
from ucap.reading import findings
from ucap.reading.findings import CODES, finding, in_order
from ucap.vocabulary.wordings import WORDINGS

DESIGNED = """
city-unknown city-ambiguous lead-city-missing country-without-city city-without-country region-mismatch field-missing
population-implausible area-implausible period-open activity-before-period activity-after-period activity-undated
goal-misspelt goal-name-mismatch goal-not-in-row theme-uncategorised focus-without-theme foreign-plan cell-continued
period-reversed period-extended period-ambiguous activity-reversed date-impossible date-ambiguous figure-ambiguous
figure-range figure-unread unit-unknown
text-unplaced no-text-layer text-struck goal-unread theme-doubtful row-hidden encoding-doubtful
text-unplaced no-text-layer row-guessed read-by-ocr row-twice cells-together
"""


def test_the_table_has_every_designed_code_and_no_other() -> None:
    assert set(DESIGNED.split()) == CODES


def test_every_wording_is_used_somewhere() -> None:
    package = Path(findings.__file__).parent
    used = " ".join(file.read_text("utf-8") for file in package.rglob("*.py") if file.name != "findings.py")
    unused = [name for name in WORDINGS if name.partition("/")[2] and f"/{name.partition('/')[2]}" not in used]
    assert unused == []


def test_a_message_is_filled_with_its_words() -> None:
    found = finding("goal-misspelt", "/goals/1", written="SGD 4", goal=4)
    assert found == Finding(
        code="goal-misspelt", severity="note", field="/goals/1", message="“SGD 4” was read as SDG 4."
    )


def test_every_wording_is_a_sentence_with_plain_placeholders() -> None:
    for name, (_severity, wording) in WORDINGS.items():
        assert re.fullmatch(r"[“A-Z{].*\.", wording), name
        assert all(
            field is None or field.isidentifier()
            for _text, field, _spec, _conversion in string.Formatter().parse(wording)
        ), name


def test_findings_stand_in_the_order_of_the_record_each_once() -> None:
    late, early = finding("activity-undated", "/activities/10"), finding("activity-undated", "/activities/2")
    period = finding("period-open", "/period", date="2018")
    assert in_order([late, early, period, late]) == (period, early, late)
