"""What the filters offer: their values in words and in other spellings, worked out once per data and language."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

import streamlit as st

from components.library import Library
from ucap.plan.words import value_words
from ucap.selection import FILTERS
from ucap.selection.address import link_words
from ucap.vocabulary.filters import LINKS, FilterName
from ucap.wording import LANGUAGES, _, language

# Single plans are chosen on their own page.
SHOWN: tuple[FilterName, ...] = tuple(name for name in FILTERS if name != "plans")


@st.cache_resource(show_spinner=False, max_entries=len(LANGUAGES))
def options(_library: Library, version: int, spoken: str) -> dict[str, Any]:
    """What `facets.js` offers, for one version of the data and one language.

    `stamp` distinguishes it from all else that is offered: most changes of the data leave it as it is, and the browser
    builds nothing anew.
    """
    known = _library.coverage.spellings
    offered = {
        "language": spoken,
        "languages": LANGUAGES,
        "links": {link: link_words(link) for link in LINKS},
        "words": _words(),
        "facets": [
            {
                "key": FILTERS[name].key,
                "label": _(FILTERS[name].label),
                "options": [
                    [value, value_words(name, value), "\n".join(known[name][value])]
                    for value in _library.coverage.options[name]
                ],
            }
            for name in SHOWN
        ],
    }
    return {"stamp": sha256(json.dumps(offered).encode()).hexdigest(), **offered}


def current_options(library: Library) -> dict[str, Any]:
    """What the filters offer now, in the language in use."""
    offered: dict[str, Any] = options(library, library.version, language())
    return offered


def _words() -> dict[str, str]:
    return {
        "search": _("Search"),
        "example": _("Words in a plan"),
        "find": _("Find among {count}"),
        "nothing": _("Nothing matches"),
        "stated": _("Only goals and topics stated in the SDG row"),
        "language": _("Language"),
        "link": _("Pairs"),
    }
