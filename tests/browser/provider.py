"""An OpenID Connect provider of the tests' own: it asks who one is, believes it, and signs that."""

from __future__ import annotations

import secrets
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

CLIENT_ID = "dashboard"
CLIENT_SECRET = "known to the dashboard and its provider"
COOKIE_SECRET = "known to the dashboard alone"

Claims = Mapping[str, object]


class Provider:
    """The provider's pages, for the people that it knows: their claims by what the link to sign in as them says."""

    def __init__(self, url: str, people: Mapping[str, Claims]) -> None:
        self.url = url
        self._people = people
        self._key = RSAKey.generate_key(2048, {"kid": "tests", "use": "sig", "alg": "RS256"})
        self._codes: dict[str, tuple[Claims, str]] = {}
        self.app = Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._describe),
                Route("/authorize", self._ask),
                Route("/token", self._sign, methods=["POST"]),
                Route("/jwks", self._keys),
            ]
        )

    def write_secrets(self, path: Path, dashboard: str) -> None:
        """Write Streamlit's secrets for a dashboard at that address."""
        settings = {
            "redirect_uri": f"{dashboard}/oauth2callback",
            "cookie_secret": COOKIE_SECRET,
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "server_metadata_url": f"{self.url}/.well-known/openid-configuration",
        }
        lines = [f'{key} = "{value}"' for key, value in settings.items()]
        path.write_text("\n".join(["[auth]", *lines, ""]), encoding="utf-8")

    def _describe(self, request: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/authorize",
                "token_endpoint": f"{self.url}/token",
                "jwks_uri": f"{self.url}/jwks",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
            }
        )

    def _ask(self, request: Request) -> Response:
        links = []
        for name, claims in self._people.items():
            code = secrets.token_urlsafe()
            self._codes[code] = (claims, request.query_params["nonce"])
            query = urlencode({"code": code, "state": request.query_params["state"]})
            links.append(f'<p><a href="{escape(request.query_params["redirect_uri"])}?{escape(query)}">{name}</a></p>')
        # Browsers look for the icon of a page that names none, and would find nothing.
        head = '<!DOCTYPE html><title>Who are you?</title><link rel="icon" href="data:,">'
        return HTMLResponse(head + "".join(links))

    async def _sign(self, request: Request) -> Response:
        async with request.form() as form:
            claims, nonce = self._codes.pop(str(form["code"]))
        now = int(time.time())
        about = {"iss": self.url, "aud": CLIENT_ID, "iat": now, "exp": now + 3600, "nonce": nonce}
        token = jwt.encode({"alg": "RS256", "kid": "tests"}, {**about, **claims}, self._key)
        return JSONResponse({"access_token": "none", "token_type": "Bearer", "expires_in": 3600, "id_token": token})

    def _keys(self, request: Request) -> Response:
        return JSONResponse({"keys": [self._key.as_dict(private=False)]})


@contextmanager
def provide(people: Mapping[str, Claims]) -> Iterator[Provider]:
    """Run a provider on a free port of this machine."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        provider = Provider(f"http://127.0.0.1:{listener.getsockname()[1]}", people)
        server = uvicorn.Server(uvicorn.Config(provider.app, log_level="critical"))
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            yield provider
        finally:
            server.should_exit = True
            thread.join()
