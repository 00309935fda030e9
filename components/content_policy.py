"""What a browser may do on these pages, whatever stands on them: a second wall behind the escapes of `safe`."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit
from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_FRONT_PAGE = Path(streamlit.__file__).parent / "static" / "index.html"
# "<script>window.prerenderReady = false</script>", but not "<script src=…>"
_INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


def content_policy(front_page: bytes) -> str:
    """The Content-Security-Policy (W3C, level 3) of the pages whose HTML that is.

    Everything comes from this server. Scripts are its files, those of the HTML by their hashes, and those that
    Streamlit makes of the components' own files (`blob:`). Styles stand in the page: Streamlit writes them there.
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
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in rules.items())


class ContentPolicy:
    """Starlette middleware that sends the policy with each answer, and has files taken for what they are called."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._headers = {
            "Content-Security-Policy": content_policy(_FRONT_PAGE.read_bytes()),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add to the answer."""

        async def send_with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, send_with_policy)
