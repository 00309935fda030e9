"""One made-up summary in every shape: what a reader must find again in each of them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from random import Random
from typing import Literal

import docx
from docx.document import Document as WordDocument
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

Kind = Literal["paragraph", "bullet", "sub-bullet"]
Block = tuple[Kind, str]

TITLE = "IUC Urban Cooperation Action Plan (U-CAP) Summary"
LEAD = "For further information (including access to the full U-CAP), please contact:"
MAIL = "IUC-ASIA_office@iuc-asia.eu"
FOOTER = "A European Union Programme"
SIGNS: dict[Kind, str] = {"paragraph": "", "bullet": "→ ", "sub-bullet": "o "}


@dataclass(frozen=True)
class Entry:
    """A row: its key in the template, its label, and its cells block by block."""

    key: str | None
    label: str
    cells: tuple[tuple[Block, ...], ...]


Summary = tuple[Entry, ...]


def paragraphs(*texts: str) -> tuple[Block, ...]:
    """Blocks that are paragraphs."""
    return tuple(("paragraph", text) for text in texts)


def bullets(*texts: str) -> tuple[Block, ...]:
    """Blocks that are list items; those that begin with `o ` are inner ones."""
    return tuple(
        ("sub-bullet", text.removeprefix("o ")) if text.startswith("o ") else ("bullet", text) for text in texts
    )


SAMPLE: Summary = (
    Entry("city", "City:", (paragraphs("Wuhu"), paragraphs("Porto, Lyon"))),
    Entry("region", "Province, State, Department...:", (paragraphs("Anhui"), paragraphs("Norte, Rhône"))),
    Entry("country", "Country:", (paragraphs("China"), paragraphs("Portugal, France"))),
    Entry("population", "Population:", (paragraphs("3.7 million"), paragraphs("N/A"))),
    Entry("area", "Size (km²)", (paragraphs("6,026 km²"), paragraphs("89 km²"))),
    Entry("period", "Period of cooperation", (paragraphs("May 2018 until May 2020"),)),
    Entry("themes", "Cooperation Themes:", (paragraphs("Shipbuilding and ports", "Old town renewal"),)),
    Entry(
        "goals",
        "Related SDGs and Urban Agenda topics:",
        (paragraphs("SDG 11 Sustainable Cities and Communities", "EU UP Urban Mobility"),),
    ),
    Entry(
        "focus",
        "Key focus of cooperation themes:",
        (
            paragraphs(
                "Shipbuilding and ports: the yards of both rivers want engines that burn neither coal nor oil, and "
                "the cooperation looks for the firms that can build them within five years.",
                "Old town renewal: houses of two storeys shall stay houses of two storeys.",
            ),
        ),
    ),
    Entry(
        "challenges",
        "Key challenges of cooperation theme:",
        (bullets("Distance and time zones.", "The themes of the cooperation are many, the staff is small."),),
    ),
    Entry(
        "objectives",
        "Main objectives of cooperation as described in the U-CAP:",
        (paragraphs("Build one ferry together.", "Train forty masons in the methods of the other country."),),
    ),
    Entry(
        "activities",
        "Short description of main activities and key outputs (e.g. pilot projects):",
        (
            bullets(
                "May 2018: Signing of the agreement in Wuhu, with the mayors of the three cities and their "
                "delegations from the universities and chambers of commerce.",
                "o List of twenty firms",
                "o Plan of visits",
                "12 March 2019 in Lyon: Workshop on river fronts.",
            ),
        ),
    ),
    Entry("results", "Expected results and benefits:", (paragraphs("A ferry.", "Forty masons."),)),
)


def as_tagged(summary: Summary) -> bytes:
    """Tagged text: a line per row, tabs between columns, tags in the cells."""
    lines = [TITLE, ""]
    for entry in summary:
        if entry.key in ("city", "region", "country", "population", "area"):
            columns = [" ".join(text for _kind, text in cell) for cell in entry.cells]
        else:
            columns = [_tagged(cell) for cell in entry.cells]
        lines.append("\t".join([entry.label, *columns]))
    return "\n".join([*lines, "", LEAD, "", MAIL, "", "", FOOTER]).encode()


def _tagged(cell: tuple[Block, ...]) -> str:
    if any(kind != "paragraph" for kind, _text in cell):
        return "<ul> " + " ".join(SIGNS[kind] + text for kind, text in cell)
    return " ".join(f"<p>{text}</p>" for _kind, text in cell)


def as_html(summary: Summary) -> bytes:
    """A page of a web site with the summary as a table."""
    rows = "".join(
        f"<tr><th>{entry.label}</th>" + "".join(f"<td>{_html(cell)}</td>" for cell in entry.cells) + "</tr>"
        for entry in summary
    )
    return (
        f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body><nav><a>Home</a></nav><h1>{TITLE}</h1>"
        f"<table>{rows}</table><p>{LEAD}</p><p>{MAIL}</p><p>{FOOTER}</p></body></html>"
    ).encode()


def _html(cell: tuple[Block, ...]) -> str:
    html = ""
    for kind, text in cell:
        if kind == "sub-bullet":
            html = html.removesuffix("</ul>").removesuffix("</li>") + f"<ul><li>{text}</li></ul></li></ul>"
        elif kind == "bullet":
            html = html.removesuffix("</ul>") if html.endswith("</ul>") else html + "<ul>"
            html += f"<li>{text}</li></ul>"
        else:
            html += f"<p>{text}</p>"
    return html


def as_word(summary: Summary) -> bytes:
    """A Word file with the summary as a table; list items by style."""
    file = docx.Document()
    file.add_paragraph(TITLE)
    table = file.add_table(0, 3)
    for entry in summary:
        row = table.add_row()
        row.cells[0].text = entry.label
        if len(entry.cells) == 1:
            row.cells[1].merge(row.cells[2])
        for cell, blocks in zip(row.cells[1:], entry.cells, strict=False):
            cell.paragraphs[0].text = blocks[0][1] if blocks else ""
            for block in blocks[1:]:
                cell.add_paragraph(block[1])
            for paragraph, (kind, _text) in zip(cell.paragraphs, blocks, strict=False):
                if kind != "paragraph":
                    paragraph.style = file.styles["List Bullet" if kind == "bullet" else "List Bullet 2"]
    file.add_paragraph(LEAD)
    file.add_paragraph(MAIL)
    file.sections[0].footer.paragraphs[0].text = FOOTER
    return saved(file)


def saved(file: WordDocument) -> bytes:
    """A Word file as bytes."""
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


def wrapped(text: str, width: float, font_size: float) -> list[str]:
    """The lines into which a text is broken where it would be wider than `width` points."""
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and stringWidth(longer, "Helvetica", font_size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


@dataclass
class PdfLayout:
    """How a PDF is set."""

    is_landscape: bool = False
    is_ruled: bool = False
    font_size: float = 9.0
    label_share: float = 0.28
    page_rows: float = 0.9
    rotation: int = 0
    is_shown_upright: bool = True
    is_centred: bool = False


def as_pdf(summary: Summary, layout: PdfLayout | None = None) -> bytes:
    """A PDF with the summary as a table that goes over as many pages as it needs; cells break between lines."""
    return _PdfWriter(layout or PdfLayout()).write(summary)


class _PdfWriter:
    def __init__(self, layout: PdfLayout) -> None:
        self.layout = layout
        self.size = landscape(A4) if layout.is_landscape else A4
        self.data = io.BytesIO()
        width, height = self.size
        is_sideways = layout.rotation in (90, 270) and not layout.is_shown_upright
        self.canvas = Canvas(self.data, pagesize=(height, width) if is_sideways else self.size)  # which it turns itself
        self.turn = {
            90: (0, 1, -1, 0, height, 0),
            180: (-1, 0, 0, -1, width, height),
            270: (0, -1, 1, 0, 0, width),
        }.get(layout.rotation)
        self.left, self.pitch = 60.0, layout.font_size * 1.2
        inner = self.size[0] - 120
        self.value_left = self.left + inner * layout.label_share
        self.second_left = self.value_left + inner * (1 - layout.label_share) / 2
        self.right = self.left + inner
        self.y = 0.0

    def write(self, summary: Summary) -> bytes:
        self._begin_page()
        self._draw(self.left, TITLE, self.y)
        self.y -= 2 * self.pitch
        for entry in summary:
            self._write_entry(entry)
        self._room(3)
        for text in (LEAD, MAIL):
            self._draw(self.left, text, self.y)
            self.y -= self.pitch
        self._end_page()
        self.canvas.save()
        return self.data.getvalue()

    def _write_entry(self, entry: Entry) -> None:
        label = [(self.left, line) for line in self._wrapped(entry.label, self.value_left - self.left - 10)]
        if len(entry.cells) == 2:
            columns = [
                [(left, line) for _kind, text in cell for line in self._wrapped(text, width)]
                for cell, left, width in zip(
                    entry.cells,
                    (self.value_left, self.second_left),
                    (self.second_left - self.value_left - 10, self.right - self.second_left),
                    strict=True,
                )
            ]
        else:
            columns = [self._value(entry.cells[0])]
        height = max(len(column) for column in columns)
        drop = max(0, height - len(label)) / 2 * self.pitch if self.layout.is_centred else 0.0
        top = self.y + self.pitch
        for index in range(max(len(column) for column in (label, *columns))):
            self._room(1)
            gap = 0.0
            for column in (label, *columns):
                if index < len(column):
                    text = column[index][1]
                    gap = max(gap, 0.5 * self.pitch if text.startswith("\v") else 0.0)
            self.y -= gap
            for column in (label, *columns):
                if index < len(column):
                    lower = drop if column is label else 0.0
                    self._draw(column[index][0], column[index][1].lstrip("\v"), self.y - lower)
            self.y -= self.pitch
        if self.layout.is_ruled:
            self.canvas.rect(self.left - 5, self.y, self.right - self.left + 10, max(1.0, top - self.y))
        self.y -= self.pitch

    def _value(self, cell: tuple[Block, ...]) -> list[tuple[float, str]]:
        lines: list[tuple[float, str]] = []
        for kind, text in cell:
            indent = {"paragraph": 0.0, "bullet": 15.0, "sub-bullet": 30.0}[kind]
            wrapped = self._wrapped(text, self.right - self.value_left - indent)
            sign = SIGNS[kind]
            first = ("\v" if lines else "") + (sign.strip() + "\t" if sign else "") + wrapped[0]
            lines.append((self.value_left + max(0.0, indent - 15), first))
            lines += [(self.value_left + indent, line) for line in wrapped[1:]]
        return lines

    def _wrapped(self, text: str, width: float) -> list[str]:
        return wrapped(text, width, self.layout.font_size)

    def _draw(self, left: float, text: str, y: float) -> None:
        sign, tab, rest = text.partition("\t")
        if tab:
            self._draw(left, sign, y)
            self._draw(left + 15, rest, y)
            return
        font = "Symbol" if text == "→" else "Helvetica"
        self.canvas.setFont(font, self.layout.font_size)
        self.canvas.drawString(left, y, "\u2192" if text == "→" else text)

    def _room(self, lines: int) -> None:
        if self.y - lines * self.pitch < self.size[1] * (1 - self.layout.page_rows):
            self._end_page()
            self._begin_page()

    def _begin_page(self) -> None:
        if self.turn:
            self.canvas.setPageRotation(self.layout.rotation if self.layout.is_shown_upright else 0)
            self.canvas.transform(*self.turn)
        self.y = self.size[1] - 60

    def _end_page(self) -> None:
        width = pdfmetrics.stringWidth(FOOTER, "Helvetica", self.layout.font_size)
        self._draw((self.size[0] - width) / 2, FOOTER, 30)
        self.canvas.showPage()


@dataclass(frozen=True)
class FlowLayout:
    """How a text was copied out of a page."""

    label_width: int = 26
    value_width: int = 64
    form: Literal["wrapped", "interleaved", "paragraphs", "one line"] = "paragraphs"
    page_lines: int = 40


def as_flow(summary: Summary, layout: FlowLayout) -> bytes:
    """Flowing text: label lines and value lines in turn, as they stand beside each other on the page."""
    page: list[list[str]] = [[TITLE]]
    count = 0
    for entry in summary:
        lines: list[str] = []
        label, value = _flow_lines(entry, layout)
        if layout.form == "wrapped" and len(label) > 1:
            beside = [*label, *value]
        else:
            beside = [
                " ".join(filter(None, (label[i] if i < len(label) else "", value[i] if i < len(value) else "")))
                for i in range(max(len(label), len(value)))
            ]
        for line in beside:
            count += 1
            if count % layout.page_lines == 0:
                lines.append(FOOTER)
            lines.append(line)
        page.append(lines)
    page += [[LEAD], [MAIL], [FOOTER]]
    if layout.form in ("wrapped", "interleaved"):
        return "\n".join(line for lines in page for line in lines).encode()
    if layout.form == "paragraphs":
        return "\n\n".join(" ".join(lines) for lines in page).encode()
    return " ".join(line for lines in page for line in lines).encode()


def in_all_shapes(summary: Summary) -> dict[str, bytes]:
    """A summary as a file of each shape, by the shape's name."""
    return {
        "tagged": as_tagged(summary),
        "html": as_html(summary),
        "word": as_word(summary),
        "pdf": as_pdf(summary),
        "flow": as_flow(summary, FlowLayout()),
    }


def _flow_lines(entry: Entry, layout: FlowLayout) -> tuple[list[str], list[str]]:
    label = wrapped(entry.label, layout.label_width * 5.0, 10.0)
    if len(entry.cells) == 2:
        value = [" ".join(text for cell in entry.cells for _kind, text in cell)]
    else:
        value = [
            line
            for kind, text in entry.cells[0]
            for line in wrapped(SIGNS[kind] + text, layout.value_width * 5.0, 10.0)
        ]
    return label, value


_NOUNS = [
    *("cooperation", "theme", "themes", "focus", "challenges", "objectives", "activities", "results", "benefits"),
    *("topics", "agenda", "U-CAP", "city", "region", "period", "partners", "projects", "outputs", "water", "energy"),
    *("tourism", "schools", "museum", "firms", "research", "university", "harbour", "training"),
]
_VERBS = ["supports", "develops", "shows", "needs", "describes", "connects", "expects", "promotes", "explains"]
_ADJECTIVES = [
    *("key", "main", "expected", "related", "short", "common", "joint", "urban", "local", "European", "described"),
    *("smart", "green", "new"),
]
_LINKS = ["of", "for", "in", "and", "with", "as described in", "between"]
_LABELS = {
    "city": ["City:", "Cities:"],
    "region": ["Province, State, Department...:", "Province, State, Department…:"],
    "area": ["Size (km²)", "Size (km2):"],
    "period": ["Period of cooperation", "Period of cooperation:"],
    "themes": ["Cooperation Themes:", "Cooperation themes"],
    "focus": ["Key focus of cooperation themes:", "Key focus of the cooperation themes:"],
    "challenges": ["Key challenges of cooperation theme:", "Key challenges of cooperation themes:"],
    "objectives": [
        "Main objectives of cooperation as described in the U-CAP:",
        "Main objectives of the cooperation as described in the U-CAP:",
    ],
    "activities": [
        "Short description of main activities and key outputs (e.g. pilot projects):",
        "Short description of main activities and key outputs:",
    ],
    "results": ["Expected results and benefits:", "Expected results and benefits"],
}


def random_summary(chance: Random) -> Summary:
    """The sample with other labels and with sentences made of the labels' own words."""
    return tuple(_random_entry(chance, entry) for entry in SAMPLE)


def _random_entry(chance: Random, entry: Entry) -> Entry:
    label = chance.choice(_LABELS.get(entry.key or "", [entry.label]))
    if entry.key == "themes":
        themes = [_sentence(chance, chance.randint(2, 7))[:-1] for _ in range(chance.randint(1, 4))]
        return Entry(entry.key, label, (paragraphs(*themes),))
    if entry.key in ("focus", "challenges", "objectives", "activities", "results"):
        texts = [_sentence(chance, chance.randint(4, 22)) for _ in range(chance.randint(1, 4))]
        return Entry(entry.key, label, (chance.choice([paragraphs, bullets])(*texts),))
    return Entry(entry.key, label, entry.cells)


def _sentence(chance: Random, length: int) -> str:
    words: list[str] = []
    while len(words) < length:
        words += [chance.choice(["the", "a", "each", "our", "both"]), chance.choice(_ADJECTIVES), chance.choice(_NOUNS)]
        words += [chance.choice(_VERBS), chance.choice(_LINKS), chance.choice(_ADJECTIVES), chance.choice(_NOUNS)]
        if chance.random() < 0.25:
            words[-1] += ","
    return " ".join(words[:length]).rstrip(",").capitalize() + "."


def random_flow_layout(chance: Random) -> FlowLayout:
    """Any way in which text may be copied out of a page."""
    form = chance.choice(["wrapped", "interleaved", "paragraphs", "one line"])
    return FlowLayout(chance.randint(22, 60), chance.randint(50, 100), form, chance.randint(12, 45))


def random_pdf_layout(chance: Random) -> PdfLayout:
    """Any way in which a table may be set."""
    return PdfLayout(
        is_landscape=chance.random() < 0.4,
        is_ruled=chance.random() < 0.5,
        font_size=chance.choice([7.0, 8.0, 9.0, 10.0, 11.0, 12.0]),
        label_share=chance.uniform(0.22, 0.4),
        page_rows=chance.uniform(0.6, 0.92),
        rotation=chance.choice([0, 0, 90, 180, 270]),
    )
