"""What a page's own style sheet says of its elements: struck out, raised, not shown.

It is written into the elements' `style` attributes, so that the reader of the page looks in one place. Only selectors
of one element are known (`.old`, `span.old`, `td .old`, `#note`); of a longer one the last part decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

_PROPERTIES = ("text-decoration", "text-decoration-line", "vertical-align", "display", "visibility")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)  # "/* old */"
_RULE = re.compile(r"([^{}@;]+)\{([^{}]*)\}")  # ".old { text-decoration: line-through }"
_AT_RULE = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^{};]*;")  # "@media print { .old { ... } }"
_SELECTOR = re.compile(r"(?P<tag>[a-z][\w-]*|\*)?(?P<marks>(?:[.#][\w-]+)*)", re.IGNORECASE)  # "span.old"
_MARK = re.compile(r"([.#])([\w-]+)")  # ".old"
_BEFORE_LAST = re.compile(r".*[\s>+~]", re.DOTALL)  # "td "
_MOST_RULES = 500
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

    def fits(self, element: HtmlElement) -> bool:
        """Whether the rule is about an element."""
        return (
            self.tag in ("", element.tag)
            and self.ids <= {element.get("id", "")}
            and (not self.classes or self.classes <= set(element.get("class", "").split()))
        )


def write_styles(tree: HtmlElement) -> None:
    """Write what the style sheets of a page say of its elements into these, before what they say of themselves."""
    sheet = _COMMENT.sub(" ", "".join(style.text or "" for style in tree.iter("style")))
    rules = sorted(_rules(sheet), key=lambda rule: rule.weight)
    if not rules or len(rules) > _MOST_RULES:
        return
    for element in tree.iter():
        if isinstance(element.tag, str) and (found := [rule.style for rule in rules if rule.fits(element)]):
            element.set("style", _joined(found, element))


def _rules(sheet: str) -> Iterator[_Rule]:
    for selectors, declarations in _RULE.findall(_AT_RULE.sub(" ", sheet)):
        if style := _declared(declarations):
            for selector in selectors.split(","):
                found = _SELECTOR.fullmatch(_BEFORE_LAST.sub("", selector.strip()))
                if found and found[0]:
                    marks = _MARK.findall(found["marks"])
                    classes, ids = (frozenset(name for sign, name in marks if sign == one) for one in ".#")
                    yield _Rule((found["tag"] or "").lower().strip("*"), classes, ids, style)


def _declared(declarations: str) -> dict[str, str]:
    """What is declared of the properties that count here."""
    pairs = (declaration.partition(":")[::2] for declaration in declarations.split(";"))
    named = ((name.strip().lower(), value.strip()) for name, value in pairs)
    return {name: value for name, value in named if name in _PROPERTIES}


def _joined(styles: list[dict[str, str]], element: HtmlElement) -> str:
    """The declarations that fit an element, of two of one property the later, and behind them its own."""
    own = element.get("style", "")
    left_out = {*_declared(own), *(_OF_SHOWING if element.tag in _MAY_BE_OPENED else ())}
    properties = {name: value for style in styles for name, value in style.items() if name not in left_out}
    return "; ".join([*(f"{name}: {value}" for name, value in properties.items()), own])
