"""What a page's own style sheet says of its elements: struck out, raised, not shown.

It is written into the elements' `style` attributes, so that the reader of the page looks in one place. Only selectors
of one element are known (`.old`, `span.old`, `td .old`, `#note`); of a longer one the last part decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

_PROPERTIES = ("text-decoration", "text-decoration-line", "vertical-align", "display", "visibility")
_BEFORE_SELECTORS = re.compile(r"[;@]")  # "@import url(a.css);" before ".old"
_COMBINATOR = re.compile(r"[\s>+~]+")  # " " of "td .old"
_SELECTOR = re.compile(r"(?P<tag>[a-z][\w-]*|\*)?(?P<marks>(?:[.#][\w-]+)*)", re.IGNORECASE)  # "span.old"
_MARK = re.compile(r"([.#])([\w-]+)")  # ".old"
_MOST_RULES = 5_000
_OF_SHOWING = ("display", "visibility")
_MAY_BE_OPENED = frozenset(
    {"article", "body", "dd", "details", "div", "dl", "form", "html", "main", "p", "section", "ul"}
)
"""What a script may open: it is read although the style sheet does not show it at first."""


class _Rule(NamedTuple):
    tag: str
    classes: frozenset[str]
    ids: frozenset[str]
    style: dict[str, str]

    @property
    def weight(self) -> tuple[int, int, int]:
        """How special the rule is: of two that fit, the heavier one holds."""
        return len(self.ids), len(self.classes), bool(self.tag)

    @property
    def name(self) -> str:
        """What an element must have for the rule to fit: `#id`, `.class`, or its tag; "" for all."""
        return next((f"#{one}" for one in self.ids), "") or next((f".{one}" for one in self.classes), self.tag)

    def fits(self, element: HtmlElement) -> bool:
        """Whether the rule is about an element."""
        return (
            self.tag in ("", element.tag)
            and self.ids <= {element.get("id", "")}
            and (not self.classes or self.classes <= set(element.get("class", "").split()))
        )


def write_styles(tree: HtmlElement) -> None:
    """Write what the style sheets of a page say of its elements into these, before what they say of themselves."""
    sheet = _without_comments("".join(style.text or "" for style in tree.iter("style")))
    rules = sorted(_rules(sheet), key=lambda rule: rule.weight)
    if not rules or len(rules) > _MOST_RULES:
        return
    by_name: dict[str, list[tuple[int, _Rule]]] = defaultdict(list)
    for number, rule in enumerate(rules):
        by_name[rule.name].append((number, rule))
    for element in tree.iter():
        if isinstance(element.tag, str) and (found := _fitting(element, by_name)):
            element.set("style", _joined(found, element))


def _fitting(element: HtmlElement, by_name: Mapping[str, Sequence[tuple[int, _Rule]]]) -> list[dict[str, str]]:
    """The declarations of the rules that are about an element, the heaviest last."""
    names = ["", element.tag, f"#{element.get('id', '')}", *(f".{one}" for one in element.get("class", "").split())]
    found = {number: rule for name in names for number, rule in by_name.get(name, ()) if rule.fits(element)}
    return [found[number].style for number in sorted(found)]


def _without_comments(sheet: str) -> str:
    first, *others = sheet.replace("<!--", " ").replace("-->", " ").split("/*")
    return " ".join([first, *(other.partition("*/")[2] for other in others)])


def _rules(sheet: str) -> Iterator[_Rule]:
    """The rules outside of others: those within `@media print { ... }` are not for the screen."""
    depth = 0
    for block in sheet.split("}"):
        outer, *inner = block.split("{")
        is_plain = depth == 0 and len(inner) == 1 and "@" not in outer.rpartition(";")[2]
        if is_plain and (style := _declared(inner[0])):
            for selector in _BEFORE_SELECTORS.split(outer)[-1].split(","):
                found = _SELECTOR.fullmatch(_COMBINATOR.split(selector.strip())[-1])
                if found and found[0]:
                    marks = _MARK.findall(found["marks"])
                    classes, ids = (frozenset(name for sign, name in marks if sign == one) for one in ".#")
                    yield _Rule((found["tag"] or "").lower().strip("*"), classes, ids, style)
        depth = max(0, depth + len(inner) - 1)


def _declared(declarations: str) -> dict[str, str]:
    """What is declared of the properties that count here."""
    pairs = (declaration.partition(":")[::2] for declaration in declarations.split(";"))
    named = ((name.strip().lower(), value.strip()) for name, value in pairs)
    return {name: value for name, value in named if name in _PROPERTIES}


def _joined(styles: Sequence[dict[str, str]], element: HtmlElement) -> str:
    """The declarations that fit an element, of two of one property the later, and behind them its own."""
    own = element.get("style", "")
    left_out = {*_declared(own), *(_OF_SHOWING if element.tag in _MAY_BE_OPENED else ())}
    properties = {name: value for style in styles for name, value in style.items() if name not in left_out}
    return "; ".join([*(f"{name}: {value}" for name, value in properties.items()), own])
