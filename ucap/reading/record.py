"""From a document's rows to the plan record: each rule reads its row, and what no rule reads is unplaced.

E-mail addresses of the contact line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import cycle
from typing import Any, TypeVar

from ucap.documents.labels.known import PROSE_KEYS
from ucap.documents.labels.rows import is_of_topics
from ucap.documents.model import Cell, Document
from ucap.documents.traced import EMPTY, Traced, holding
from ucap.plan.record import SIDES, DocumentInfo, Finding, Plan, Side, SideFigures, Statements
from ucap.reading.activities.activities import read_activities
from ucap.reading.blanks import declares_none
from ucap.reading.checks import check
from ucap.reading.columns import cells_by_row
from ucap.reading.continued import join_continued
from ucap.reading.findings import finding, in_order, row_name, shortened
from ucap.reading.goals.citations import names_none, read_citations, unread_goals
from ucap.reading.goals.goals import TOPIC_IN_ROW
from ucap.reading.identity import plan_id, plan_title
from ucap.reading.ledger import Ledger, Read, is_separator, template_spans_of, unplaced_texts
from ucap.reading.lists import read_texts
from ucap.reading.merged import part_merged
from ucap.reading.missing import field_of, guessed_rows, missing_fields
from ucap.reading.places.cities import NamedCity, named_cities
from ucap.reading.places.foreign import find_foreign
from ucap.reading.places.places import Places, read_places
from ucap.reading.places.regions import Regions
from ucap.reading.statements import read_statements
from ucap.reading.themes.headings import heading, split_at_headings
from ucap.reading.themes.themes import doubtful_themes, read_themes
from ucap.reading.twice import without_repeated
from ucap.reading.values.date_tokens import dates_of
from ucap.reading.values.figures import Figures, doubt_order, doubted, named_figures, read_figures
from ucap.reading.values.numbers import unit_in_label
from ucap.reading.values.periods import read_period

_AT = r"(?:@|[ ]?[\[({][ ]?(?i:at|arroba|@)[ ]?[\])}][ ]?)"
_DOT = r"(?:\.|[ ]?[\[({][ ]?(?i:dot|punto|punkt|point|\.)[ ]?[\])}][ ]?)"
_ADDRESS = re.compile(
    r"(?i:mailto:[ ]?)?(?P<address>(?:\bIUR?C[-–]ASIA )?(?<![\w.+-])"
    rf"[\w.+-]{{1,64}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}})+)"
)
"""`IURC-ASIA china@iurc.eu`: the programme's own address is underlined in the template, so that its underscore often
reads as a space; `anna [at] ghent [dot] example` is hidden from programs that gather addresses. With lengths bounded
(RFC 5321) and no start amid a word, the time grows as the text does.
"""
_HIDDEN_AT, _HIDDEN_DOT = re.compile(_AT), re.compile(_DOT)


def read_contacts(lines: Iterable[Traced]) -> list[Read[str]]:
    """The addresses in the order in which they stand, each once."""
    found: dict[str, Read[str]] = {}
    for line in lines:
        for match in _ADDRESS.finditer(line.text):
            address = str(line.cut(*match.span("address")))
            address = _HIDDEN_DOT.sub(".", _HIDDEN_AT.sub("@", address))
            found.setdefault(address, Read(address, (("", line.cut(*match.span())),)))
    return list(found.values())


_NO_PLACES = Places((), Regions(), {side: [] for side in SIDES}, ("china", "europe"))
_Value = TypeVar("_Value")
_EXPECTED_AREA: dict[Side, float] = {"china": 8_000.0, "europe": 300.0}


def read_document(document: Document) -> Plan:
    """The plan that a document describes, with the passage of each value, and findings for what is doubtful."""
    return _Reading(document).plan()


class _Reading:
    """One document on its way to a record."""

    def __init__(self, document: Document) -> None:
        document, repeated = without_repeated(document)
        self._document = document
        self._ledger = Ledger(document.text)
        self._ledger.take(template_spans_of(document))
        self._findings: list[Finding] = repeated
        joined, self._torn = join_continued(document.rows, document.keeps_paragraphs)
        parted = part_merged(joined)
        for key, sign in parted.signs:
            self._ledger.note(field_of(key), sign)
        self._findings += parted.findings
        self._parted = parted.rows
        self._rows = cells_by_row(parted.rows)
        self._prose: dict[str, list[Read[str]]] = {
            key: self._guarded(key, partial(self._read_prose, key), []) for key in PROSE_KEYS
        }

    def plan(self) -> Plan:
        """The record."""
        info = _info(self._document)
        if self._document.problems:
            return Plan(document=info, findings=tuple(finding(code, None) for code in self._document.problems))
        places = self._guarded("city", lambda: read_places(self._document, self._rows), _NO_PLACES)
        self._findings += places.findings
        cities = self._ledger.note_all("/cities", (found.as_read() for found in places.cities))
        with dates_of([city.country_code for city in cities if city.country_code]):
            values = self._values(places)
        plan = Plan(
            cities=cities,
            **values,
            contacts=self._ledger.note_all("/contacts", read_contacts(self._document.contact)),
            unplaced=self._unplaced(places),
            programme="IURC" if "IURC" in self._document.text else "IUC",
            document=info,
        )
        statements = read_statements(self._rows, plan.themes, plan.goals, plan.topics)
        self._find_unread_topics(statements)
        return self._finished(plan.model_copy(update={"statements": statements}), places)

    def _values(self, places: Places) -> dict[str, Any]:
        """What the rules of the rows read, the cities aside."""
        return {
            **self._safely("population", lambda: self._sides(places)),
            **self._texts(),
            **self._safely("themes", self._themes),
            **self._safely("activities", lambda: self._activities(places)),
            **self._safely("goals", self._citations),
            **self._safely("period", lambda: {"period": self._noted("/period", read_period(self._cells("period")))}),
        }

    def _safely(self, row: str, rule: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
        """The values of the record that the rule of a row reads."""
        return self._guarded(row, rule, {})

    def _guarded(self, row: str, rule: Callable[[], _Value], instead: _Value) -> _Value:
        """What the rule of a row reads; where it fails, that costs the row alone: its text is unplaced, and found."""
        before = self._ledger.state()
        try:
            return rule()
        except Exception:  # the edge of the reading loop: whatever a document holds, the rest is read
            self._ledger.restore(before)
            self._find("field-missing/unread", field_of(row), row=row_name(row))
            return instead

    def _finished(self, plan: Plan, places: Places) -> Plan:
        if self._document.guessed_encoding:
            self._findings.append(finding("encoding-doubtful", None, encoding=self._document.guessed_encoding))
        if self._document.is_hidden:
            self._findings.append(finding("row-hidden", None))
        for first, second in self._torn:
            field = f"/{first}/{len(getattr(plan, first)) - 1}"
            self._find("cell-continued", field, first=row_name(first), second=row_name(second))
        self._findings += self._recognised()
        self._find_struck()
        self._findings += [*self._ledger.findings, *guessed_rows(self._parted)]
        findings = in_order([*self._findings, *missing_fields(self._rows, plan, places), *check(plan)])
        named = {"id": plan_id(plan.cities), "title": plan_title(plan)}
        return plan.model_copy(update={**named, "findings": findings, "passages": self._ledger.passages()})

    def _recognised(self) -> Iterator[Finding]:
        """What was recognised in pictures, and the values with words of which that is doubtful."""
        if self._document.shape != "scan":
            return
        yield finding("read-by-ocr", None)
        for pointer, spans in self._ledger.passages().items():
            words = [unsure for unsure in self._document.unsure if holding(spans, unsure[0])]
            if words:
                text = " ".join(self._document.text[start:end] for start, end in words)
                yield finding("read-by-ocr/unsure", pointer, text=text)

    def _find_unread_topics(self, statements: Statements) -> None:
        """A finding on what stands behind a heading of topics, where goals were read but none of that is known."""
        text = "\n".join(cell.text.text for cell in self._cells("goals"))
        head = TOPIC_IN_ROW.search(text)
        if head and statements.goals == "stated" and statements.topics == "unread":
            self._find("goal-unread/topics", "/topics", text=shortened(text[head.start() :]))

    def _find_struck(self) -> None:
        """A finding on each field that was read from struck-out text."""
        struck = self._document.struck
        for pointer, spans in self._ledger.passages().items() if struck else ():
            is_read = any(low < end and start < high for low, high in struck for start, end in spans)
            if is_read and not pointer.startswith("/unplaced"):
                self._find("text-struck/read", "/".join(pointer.split("/")[:3]))

    def _cells(self, key: str) -> tuple[Cell, ...]:
        return self._rows.get(key, ())

    def _find(self, name: str, field: str, **words: object) -> None:
        self._findings.append(finding(name, field, **words))

    def _noted(self, pointer: str, read: Read[Any]) -> Any:
        return self._ledger.note_read(pointer, read)

    def _sides(self, places: Places) -> dict[str, SideFigures]:
        """What the first rows say of each side."""
        counts = {side: places.count(side) for side in SIDES}
        people = {side: places.expected_population(side) for side in SIDES}
        populations = self._figures("population", places, people, counts)
        areas = self._figures("area", places, _EXPECTED_AREA, counts)
        for read in places.regions.countries:
            self._note_misplaced(read, places.sides[-1])
        return {side: self._side(side, places, populations.get(side), areas.get(side)) for side in SIDES}

    def _figures(self, key: str, places: Places, expected: Mapping[Side, float], counts: Mapping[Side, int]) -> Figures:
        """The figures of a row; a label that says the unit is among their passages."""
        label = next((row.label for row in self._parted if row.key == key), EMPTY)
        unit = unit_in_label(label.text)
        cells = self._cells(key)
        text = cells[0].text if len(cells) == 1 else EMPTY
        figures = named_figures(text, places.named_sides(text.text), counts, unit)
        if not figures:
            figures = read_figures(cells, places.sides, expected, counts, unit)
            figures = doubt_order(figures, expected) if text and not places.is_in_order else figures
        if not places.cities:
            figures = {side: doubted(read) for side, read in figures.items()}
        if unit == 1:
            return figures
        return {side: replace(read, sources=(*read.sources, ("", label))) for side, read in figures.items()}

    def _side(
        self, side: Side, places: Places, population: Read[float | None] | None, area: Read[float | None] | None
    ) -> SideFigures:
        people = self._noted(f"/{side}/population", population) if population else None
        return SideFigures(
            population=None if people is None else round(people),
            area_km2=self._noted(f"/{side}/area_km2", area) if area else None,
            regions=self._ledger.note_all(f"/{side}/regions", places.regions.by_side[side]),
            countries=self._ledger.note_all(f"/{side}/countries", places.countries[side]),
        )

    def _note_misplaced(self, country: Traced, side: Side) -> None:
        field = f"/{side}/regions"
        self._ledger.note(field, country)
        self._find("region-mismatch/country", field, region=str(country))

    def _texts(self) -> dict[str, tuple[str, ...]]:
        return {key: self._ledger.note_all(f"/{key}", self._prose[key]) for key in PROSE_KEYS}

    def _read_prose(self, key: str) -> list[Read[str]]:
        """The entries of a row; Key focus is split at its headings where the shape may have lost the paragraphs."""
        reads = read_texts(self._cells(key))
        if key != "focus" or self._document.shape not in ("flow", "pdf", "scan"):
            return reads
        parts = [part for read in reads for _, text in read.sources for part in split_at_headings(text)]
        return [Read(str(part), (("", part),)) for part in parts]

    def _themes(self) -> dict[str, Any]:
        heads = [head for read in self._prose["focus"] if (head := heading(read.value))]
        themes = self._ledger.note_all("/themes", read_themes(self._cells("themes"), heads))
        self._findings += doubtful_themes(themes)
        return {"themes": themes}

    def _activities(self, places: Places) -> dict[str, Any]:
        """The activities, and among all texts those that are about another plan's city."""
        own, called = frozenset(places.own), places.in_chinese.items()

        @cache
        def find_cities(text: str) -> list[NamedCity]:
            return named_cities(text, own, called)

        reads = read_activities(self._cells("activities"), find_cities)
        texts = {key: [text for read in self._prose[key] for _, text in read.sources] for key in PROSE_KEYS}
        texts["activities"] = [text for read in reads for pointer, text in read.sources if pointer == "/text"]
        if own:
            self._findings += find_foreign(texts, find_cities, own)
        return {"activities": self._ledger.note_all("/activities", reads)}

    def _citations(self) -> dict[str, Any]:
        citations = read_citations(self._rows)
        self._findings += citations.findings
        values = {
            "goals": self._ledger.note_all("/goals", citations.goals),
            "topics": self._ledger.note_all("/topics", citations.topics),
        }
        rest = [part for cell in self._cells("goals") for part in self._ledger.unread(cell.text)]
        self._findings += unread_goals(filter(self._is_said, rest), citations)
        return values

    def _is_said(self, text: Traced) -> bool:
        """Whether a text is more than signs and joining words."""
        return not is_separator(text.text)

    def _note_blanks(self, places: Places) -> None:
        """`None` and the like belong to the rows in which they stand, as does `Urban Agenda topics: none`."""
        for rest in (part for cell in self._cells("goals") for part in self._ledger.unread(cell.text)):
            if names_none(rest.text):
                self._ledger.note("/topics" if is_of_topics(rest.text) else "/goals", rest)
        for key, cells in self._rows.items():
            for cell, side in zip(cells, cycle(places.sides), strict=False):
                for text in (block.text for block in cell.blocks if declares_none(block.text.text)):
                    self._note_rest(field_of(key, side), text)

    def _note_rest(self, pointer: str, text: Traced) -> None:
        for rest in self._ledger.unread(text):
            self._ledger.note(pointer, rest)

    def _unplaced(self, places: Places) -> tuple[str, ...]:
        self._note_blanks(places)
        for key, cells in self._rows.items():
            for cell, side in zip(cells, cycle(places.sides), strict=False):
                self._ledger.note_separators(field_of(key, side), cell.text)
        for line in self._document.contact:
            self._ledger.note_separators("/contacts", line)
        texts = unplaced_texts(self._document, self._rows, self._ledger)
        for index, (text, label) in enumerate(texts):
            self._ledger.note(f"/unplaced/{index}", text)
            is_struck = any(holding(text.spans, start) for start, _ in self._document.struck)
            name = "text-struck" if is_struck else "text-unplaced/row" if label else "text-unplaced"
            self._find(name, f"/unplaced/{index}", label=label, text=shortened(str(text)))
        for text in self._document.loose:
            self._ledger.note_separators("/unplaced", text)
        return tuple(str(text) for text, _ in texts)


def _info(document: Document) -> DocumentInfo:
    return DocumentInfo(
        name=document.name,
        media_type=document.media_type,
        sha256=document.sha256,
        pages=len(document.pages) or None,
    )
