"""Cooperation themes: one entry per theme, also where the separators between them were lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ucap.documents.model import Cell
from ucap.documents.traced import BLANKS, EMPTY, Traced, merged
from ucap.plan.record import Finding, Theme
from ucap.reading.blanks import blank
from ucap.reading.findings import finding, shortened
from ucap.reading.ledger import Doubt, Read
from ucap.reading.lists import entries
from ucap.reading.themes.numbered import (
    are_bilingual,
    is_in_two_languages,
    one_of_each_language,
    split_languages,
    split_numbered,
)
from ucap.reading.themes.run_on import split_run_on
from ucap.vocabulary.categories import categories_of
from ucap.vocabulary.folding import HAN

_MAX_LABEL_WORDS = 14
_CITATION = r"(?:S[DG]{2}s?\b|SDG|SGD|EU\s*UPs?\b|EU\s+Urban|Urban\s+Agenda)"
_CITATION_IN_BRACKETS = re.compile(rf"\s?[(\[][^()\[\]]*{_CITATION}[^()\[\]]*[)\]]?")  # " (SDG 6)"
_CITATION_AT_END = re.compile(rf"[\s,;/–-]{{0,5}}\b{_CITATION}.*$", re.DOTALL)  # " – SDG 6 and 11"
_SLASH = rf"(?<![{HAN}\s])\s+/\s+(?![{HAN}])|(?<=[{HAN}])\s+/\s+(?=[{HAN}])"
"""Between two themes, and not between two languages: `Urban mobility / 城市交通`."""
_SEPARATOR = re.compile(
    rf"{BLANKS}[;；、|•·]\s*(?:and\s+)?|\s\+\s|{_SLASH}|{BLANKS}\(?\b[1-9]\)\s+"
)  # "; and ", "、", " 2) "
_SEPARATOR_OR_COMMA = re.compile(rf"{_SEPARATOR.pattern}|{BLANKS}，\s*")  # "，"
_SIGN_LEFT = re.compile(r"[;；|•·→➢▪①-⑳☐☒☑]|(?<!\S)(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)、）](?=\s|\D)")
"""In a label: `Tourism 2) Education`."""
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-Z])")  # "Water. Energy"
_LONGEST_IN_STOPS = 5
"""Words of a theme that ends with a full stop; a longer text is a sentence."""
_COMMA = re.compile(r",\s+(?=[^\W\d_])")  # ", energy"
_COLON = re.compile(r"\s?[:：]\s*")  # " : "
_BRACKETS = re.compile(r"\([^()]*\)")  # "(pilot areas)"
_FOOTNOTE_SIGN = re.compile(r"(?<=\w)\s?(?:[†‡§¶*]+\)?|(?<!m)[¹²³⁴-⁹]+)$")  # "†", " *)", "¹"
_FIELDS = r"(?:the\s+)?(?:(?:fields?|areas?|topics?|themes?)\s+of\s+|following\s+(?:fields|areas|topics|themes):?\s+)?"
_NAMED_AFTER = (
    r"(?:themes|topics|fields|areas|priorities|subjects|issues|themen(?:felder)?|bereiche|th[èe]mes|domaines|temas|[áa]mbitos|[áa]reas|temi|ambiti"
    r"|settori|thema['’]s|onderwerpen|temat\w{0,3}|obszar\w{0,4}|t[ée]mat\w{0,3}|teman|områden|emner|teme|domenii"
    r"|θέματα)(?:\s?[,:–-])?\s+(?:namely|that\s+is(?:\s+to\s+say)?|i\.\s?e\.|viz\.|nämlich|und\s+zwar|[àa]\s+savoir|c['’]est-[àa]-dire|a\s+saber|es\s+decir|cioè|ossia|ovvero"
    r"|namelijk|te\s+weten|mianowicie|to\s+jest|nämligen|nemlig|și\s+anume|konkrétně|a\s+to|in\s+sicer|δηλαδή)[,:]?\s+"
)
"""Before a list of themes: `three themes, namely `."""
_IN_SENTENCE = re.compile(
    r"(?:[^.:;\n]{0,80}\s)?(?:(?:co-?operat|collaborat|work\s+(?:together|jointly)|concentrat|focus)\w*(?:\s+\w+ly)?\s+(?:on|in)\s+"
    rf"{_FIELDS}|(?:coop[èe]rent|collaborent)\s+(?:sur|dans\s+les\s+domaines\s+d(?:e\s+|es\s+|u\s+|['’])|en\s+matière\s+d(?:e\s+|['’]))"
    r"|(?:cooperan|colaboran)\s+(?:en|sobre)\s+|(?:cooperano|collaborano)\s+(?:su|in|nei\s+settori\s+di)\s+"
    r"|(?:cooperam|colaboram)\s+(?:em|nas\s+áreas\s+d[eao]s?)\s+|współpracują\s+w\s+(?:zakresie|dziedzinach|obszarach)\s+"
    r"|werken\s+samen\s+(?:aan|op\s+het\s+gebied\s+van)\s+|spoluprac(?:ují|ujú)\s+v\s+oblast(?:i|ech|iach)\s+"
    r"|cooperează\s+în\s+domeniile\s+|samarbetar\s+(?:om|kring|inom)\s+|samarbejder\s+om\s+|sodelujeta\s+na\s+področju\s+"
    r"|arbeiten\s+(?:bei|in\s+den\s+Bereichen|auf\s+den\s+Gebieten|an)\s+"
    rf"|{_NAMED_AFTER})"
    r"(?P<list>[^.:;\n]{3,200}?)(?:\s+zusammen)?[.\s]*",
    re.IGNORECASE,
)  # "The two cities cooperate on big data, mountain tourism and education."
_IN_CHINESE_SENTENCE = re.compile(r"[^。；]{0,30}?在(?P<list>[^。；在]{3,80}?)等?(?:领域|方面)[^。；]{0,8}合作[。]?")
_LAST_JOINER = re.compile(
    r",?(?<!\s)\s+(?:and|as\s+well\s+as|und|sowie|et|y|e|i|oraz|en|och|og|a|și|in)\s+(?!.*,)"
    r"|(?<=[\u3400-\u9fff])[和与及](?=[\u3400-\u9fff])"
)  # " and " of the last two
_EDGES = " \t\n,;.–-—"


def read_themes(cells: Iterable[Cell], headings: Sequence[str]) -> list[Read[Theme]]:
    """The themes of the themes row; `headings` are those of Key focus, which repeat the themes' names."""
    texts = [text for entry in entries(cells) for text in (entry.text, *entry.children)]
    items = [item for text in texts if not blank(text.text) for item in split_numbered(text)]
    items = one_of_each_language(items)
    if len(items) == 1 and (listed := _listed_in_sentence(items[0])):
        return [_guessed(_theme(piece)) for piece in listed]
    pieces = items if are_bilingual(items) else list(_pieces(items, headings))
    return [_theme(piece) for piece in pieces if piece.text.strip(_EDGES) and not blank(piece.text.strip(_EDGES))]


def _listed_in_sentence(text: Traced) -> list[Traced]:
    """The themes that one sentence lists behind words for working together; none where it lists fewer than two."""
    found = _IN_SENTENCE.fullmatch(text.text) or _IN_CHINESE_SENTENCE.fullmatch(text.text)
    if found is None:
        return []
    listed = text.cut(*found.span("list"))
    signs = [match.span() for match in re.finditer(r",\s+|[、，]", listed.text)]
    joiner = list(_LAST_JOINER.finditer(listed.text)) if signs else []
    edges = merged([*signs, *(match.span() for match in joiner[-1:])])
    parts = [part for part in listed.between(edges) if part.text.strip(_EDGES)]
    return parts if len(parts) > 1 else []


def _guessed(read: Read[Theme]) -> Read[Theme]:
    """A theme that was taken out of a sentence, as a doubtful one."""
    return replace(read, doubts=(Doubt("theme-doubtful/sentence", words=(("theme", shortened(read.value.label)),)),))


def _pieces(items: Iterable[Traced], headings: Sequence[str]) -> Iterator[Traced]:
    whole = [part for item in items for part in _separated(item, headings)]
    parts = [part for one in whole for part in split_numbered(one)]
    for part in parts:
        yield from _apart(part, headings, is_alone=len(parts) == 1)


def _apart(text: Traced, headings: Sequence[str], is_alone: bool) -> list[Traced]:
    """The themes of a text without separators."""
    if not is_alone and is_in_two_languages(text.text):
        return [text]
    return split_languages(text) or split_run_on(text, headings, is_alone)


def doubtful_themes(themes: Sequence[Theme]) -> Iterator[Finding]:
    """A finding for each theme whose label still holds the sign of a list, or commas that may part themes."""
    for index, theme in enumerate(themes):
        label = _BRACKETS.sub("", theme.label)
        if _SIGN_LEFT.search(label) or _has_capital_parts(_COMMA.split(label)):
            yield finding("theme-doubtful", f"/themes/{index}", theme=shortened(theme.label))


def _separated(text: Traced, headings: Sequence[str]) -> list[Traced]:
    """The parts between semicolons and the like; what goes on in lower case behind `Label: detail` is its detail."""
    masked = _BRACKETS.sub(lambda match: "_" * len(match[0]), text.text)
    has_colon = ":" in masked or "：" in masked
    separator = _SEPARATOR if has_colon else _SEPARATOR_OR_COMMA
    parts = text.between([match.span() for match in separator.finditer(masked)])
    if ":" in parts[0].text and any(part.text[:1].islower() for part in parts[1:]):
        return [text]
    for sign, is_list in ((_COMMA, _is_comma_list(masked, headings)), (_FULL_STOP, _is_stop_list(masked))):
        if len(parts) == 1 and is_list:
            return text.between([match.span() for match in sign.finditer(masked)])
    return parts


def _is_comma_list(text: str, headings: Sequence[str]) -> bool:
    """Whether commas separate themes: three or more parts, each with a capital, most of several words.

    `Culture, Tourism` and `Film, stage and tourism` are one theme each, and so is what Key focus has as one heading.
    Only the last may have a detail: `Green ports, Night trains, Old mills: flour`.
    """
    parts = _COMMA.split(text)
    if ":" in ",".join(parts[:-1]) or not _has_capital_parts(parts):
        return False
    known = {heading.casefold() for heading in headings}
    if sum(part.casefold() in known for part in parts) >= 2:
        return True
    return sum(" " in part for part in parts) * 2 > len(parts) and " and " not in parts[-1]


def _has_capital_parts(parts: Sequence[str]) -> bool:
    return len(parts) > 2 and all(part[:1].isupper() for part in parts)


def _is_stop_list(text: str) -> bool:
    """Whether full stops separate themes: `Smart city. Tourism. Energy.`."""
    return ":" not in text and all(0 < len(part.split()) <= _LONGEST_IN_STOPS for part in _FULL_STOP.split(text))


def _theme(text: Traced) -> Read[Theme]:
    text = text.strip()
    label, detail = _label_and_detail(text)
    shown = _without_citations(label)
    if not shown:
        shown = label
    value = Theme(
        label=str(shown),
        detail=str(detail) or None,
        categories=categories_of(str(shown), str(detail) or None),
    )
    sources = [("", text), ("/label", shown)] + ([("/detail", detail)] if detail else [])
    return Read(value, tuple(sources))


def _label_and_detail(text: Traced) -> tuple[Traced, Traced]:
    masked = _BRACKETS.sub(lambda match: "_" * len(match[0]), text.text)
    colon = _COLON.search(masked)
    if colon is None or not colon.start() or len(text.text[: colon.start()].split()) > _MAX_LABEL_WORDS:
        return text, EMPTY
    return text.cut(0, colon.start()), text.cut(colon.end()).strip()


def _without_citations(label: Traced) -> Traced:
    """The label without the goals and topics that it cites, and without the sign of a footnote."""
    *parts, rest = label.between([match.span() for match in _CITATION_IN_BRACKETS.finditer(label.text)])
    at_end = _CITATION_AT_END.search(rest.text)
    parts.append(rest.cut(0, at_end.start()) if at_end else rest)
    shown = Traced.join((part.strip() for part in parts), " ").strip(_EDGES)
    sign = _FOOTNOTE_SIGN.search(shown.text)
    return shown.cut(0, sign.start()).strip(_EDGES) if sign else shown
