"""What a browser may do on these pages, whatever stands on them: a second wall behind the escapes of `safe`.

The HTML of the pages, which says where their server is, and in which language.
"""

from __future__ import annotations

import json
import os
import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from posixpath import join
from typing import TYPE_CHECKING

import streamlit
from starlette.datastructures import MutableHeaders, QueryParams
from starlette.responses import HTMLResponse
from starlette.routing import Route

from ucap.exports.description import PAGES
from ucap.selection.address import LANGUAGE_KEY

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCALES = {"en": "en-GB", "zh": "zh-CN"}
"""What a browser calls the languages of the pages."""
# Below a page's own path Streamlit's script would look for its server there first, and note two errors; and it would
# take the language of its calendars from the browser before a page can say its own.
_FIRST = f"""<script>
      {{
        const page = /\\/(?:{"|".join(PAGES)})$/
        const {{ origin, pathname }} = window.location
        window.__streamlit = {{ BACKEND_BASE_URL: origin + pathname.replace(page, "/") }}
        const locales = new Map({json.dumps(list(LOCALES.items()))})
        const spoken = locales.get(new URLSearchParams(window.location.search).get("{LANGUAGE_KEY}"))
        if (spoken) Object.defineProperty(navigator, "language", {{ get: () => spoken, configurable: true }})
      }}
    </script>"""
_FRONT_PAGE = (
    (Path(streamlit.__file__).parent / "static" / "index.html")
    .read_bytes()
    .replace(b"<script", _FIRST.encode() + b"\n    <script", 1)
)
# "<script>window.prerenderReady = false</script>", but not "<script src=…>"
_INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


HOSTS_VARIABLE = "UCAP_EMBED_HOSTS"
"""The pages that may show a view of this dashboard, by scheme and host: `https://example.eu https://*.example.org`."""
_HOST = re.compile(r"https?://(?:\*\.)?[A-Za-z0-9.-]+(?::\d+)?")  # "https://*.example.org:8443"


def content_policy(front_page: bytes, ancestors: Sequence[str] = ("'none'",)) -> str:
    """The Content-Security-Policy (W3C, level 3) of the pages whose HTML that is.

    Everything comes from this server. Scripts are its files, those of the HTML by their hashes, and those that
    Streamlit makes of the components' own files (`blob:`). Styles stand in the page: Streamlit writes them there.
    Pages of `ancestors` may show it in a frame.
    """
    hashes = (b64encode(sha256(script).digest()).decode() for script in _INLINE_SCRIPT.findall(front_page))
    rules = {
        "default-src": ["'self'"],
        "script-src": ["'self'", "blob:", *(f"'sha256-{digest}'" for digest in hashes)],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        "worker-src": ["'self'", "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": list(ancestors),
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in rules.items())


def pages(path: str) -> list[BaseRoute]:
    """The HTML of each page below a path."""
    return [Route(join("/", path, page), _front_page) for page in ("", *PAGES)]


def _front_page(_request: Request) -> Response:
    return HTMLResponse(_FRONT_PAGE, headers={"Cache-Control": "no-cache"})


def embedding_hosts() -> list[str]:
    """The hosts that `UCAP_EMBED_HOSTS` names.

    Raises:
        ValueError: one of them is no host; the message says which.
    """
    hosts = os.environ.get(HOSTS_VARIABLE, "").split()
    wrong = [host for host in hosts if not _HOST.fullmatch(host)]
    if wrong:
        raise ValueError(f"{HOSTS_VARIABLE}: {wrong[0]!r} is no host; right would be https://example.org")
    return hosts


class ContentPolicy:
    """Starlette middleware that sends the policy with each answer, and has files taken for what they are called.

    Only a view that is made for it (`?embed=true`) may be framed, and only by the hosts that a setting names.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._headers = {
            "Content-Security-Policy": content_policy(_FRONT_PAGE),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
        }
        self._framed = content_policy(_FRONT_PAGE, embedding_hosts() or ("'none'",))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add to the answer."""

        async def send_with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._headers)
                if _is_embedded(scope):
                    headers["Content-Security-Policy"] = self._framed
            await send(message)

        await self._app(scope, receive, send_with_policy)


def _is_embedded(scope: Scope) -> bool:
    """Whether the page is asked for as Streamlit knows an embedded one."""
    return QueryParams(scope.get("query_string", b"")).get("embed", "").casefold() == "true"
