"""Requests that are refused before Streamlit sees them.

Other pages' connections, other names of somebody's own machine, and files of those who only look.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.websockets import WebSocket
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.person import listening
from ucap.store.rights import is_rebound

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

# "/ucap/_stcore/upload_file/4b0c…/7f31…"
_UPLOAD = re.compile(r"/_stcore/upload_file/([^/]*)")
_OTHER_NAME = (
    "This dashboard was started for the person at this machine alone (UCAP_OWN_MACHINE=1), and is asked by that "
    "machine's own name: open it as http://localhost. For others, start it as docs/deploy.md says."
)
_uploading_sessions: set[str] = set()


def allow_uploads() -> None:
    """Let this session's visitor send files from now on: it is about to be shown a place to drop them."""
    context = get_script_run_ctx()
    if context is None:
        return
    gone = [known for known in _uploading_sessions.copy() if not runtime.get_instance().is_active_session(known)]
    _uploading_sessions.difference_update(gone)
    _uploading_sessions.add(context.session_id)


class OwnRequests:
    """Starlette middleware that refuses what no page of this dashboard would ask for.

    Streamlit itself takes a connection from any page of this machine, and would ask a host on the Internet for the
    address of this machine to judge another; and it takes files from everybody.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or pass it on."""
        is_request = scope["type"] in ("http", "websocket")
        headers = Headers(scope=scope) if is_request else Headers()
        is_elsewhere = is_rebound(listening(), headers.getlist("host"))
        if scope["type"] == "websocket" and (is_elsewhere or _is_foreign(headers)):
            await WebSocket(scope, receive, send).close(1008, "another page's connection")
        elif is_elsewhere:
            await PlainTextResponse(_OTHER_NAME, 421)(scope, receive, send)
        elif scope["type"] == "http" and _is_unasked_upload(scope["path"]):
            await PlainTextResponse("Files are taken from editors alone.", 403)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _is_foreign(headers: Headers) -> bool:
    """Whether a page of another host or port asks, which the configuration does not allow by name."""
    hosts, allowed = headers.getlist("host"), st.get_option("server.corsAllowedOrigins")
    return any(origin not in allowed and _netloc(origin) not in hosts for origin in headers.getlist("origin"))


def _netloc(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


def _is_unasked_upload(path: str) -> bool:
    found = _UPLOAD.search(path)
    return found is not None and found[1] not in _uploading_sessions
