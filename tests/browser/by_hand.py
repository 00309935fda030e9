"""A visitor without a browser: what Streamlit's page would send to its server is sent by hand."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from lxml import html
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect

_XSRF_COOKIE = "_streamlit_xsrf"
OWN = "the page's own"


@dataclass
class Visitor:
    """A visitor, and what the page showed at last: its elements, in the order in which they came."""

    url: str
    cookies: dict[str, str]
    connection: ClientConnection
    session_id: str = ""
    elements: list[Element] = field(default_factory=list)
    way_to_sign_in: str = ""
    patience_seconds: float = 60

    def open(self, page: str, query: str = "", *states: WidgetState) -> None:
        """Ask for a page, with widgets in the given states, and take in what it shows."""
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = query
        message.rerun_script.context_info.url = f"{self.url}/{page}"
        message.rerun_script.widget_states.widgets.extend(states)
        self.connection.send(message.SerializeToString())
        self.elements = [answer.delta.new_element for answer in self._answers() if answer.HasField("delta")]

    def buttons(self) -> dict[str, str]:
        """The ids of the buttons that the page shows, forms' too, by what is written on them; the first of each."""
        return {one.button.label: one.button.id for one in reversed(self.elements) if one.HasField("button")}

    def inputs(self, button: str) -> dict[str, str]:
        """The ids of the inputs for text in the form of a button, by their labels."""
        buttons = [one.button for one in self.elements if one.HasField("button")]
        form = next(one.form_id for one in buttons if one.label == button)
        kinds = [(one, one.WhichOneof("type")) for one in self.elements]
        inputs = [getattr(one, kind) for one, kind in kinds if kind in ("text_area", "text_input")]
        return {one.label: one.id for one in inputs if one.form_id == form}

    def uploader(self) -> str | None:
        """The id of the place to drop files, if the page has one."""
        return next((one.file_uploader.id for one in self.elements if one.HasField("file_uploader")), None)

    def texts(self) -> str:
        """All notices, paragraphs and tables of the page."""
        return "\n".join(one.alert.body or one.markdown.body or one.html.body for one in self.elements)

    def upload(self, name: str, data: bytes) -> WidgetState:
        """Send a file to the server, as the place to drop files would; returns the state that its widget has then."""
        address = f"{self.url}/_stcore/upload_file/{self.session_id}/{name}"
        headers = {"X-Xsrftoken": self.cookies[_XSRF_COOKIE]}
        answer = requests.put(address, files={"file": (name, data)}, headers=headers, cookies=self.cookies, timeout=60)
        answer.raise_for_status()
        state = WidgetState()
        info = state.file_uploader_state_value.uploaded_file_info.add()
        info.file_id, info.name, info.size = name, name, len(data)
        info.file_urls.file_id, info.file_urls.upload_url, info.file_urls.delete_url = name, address, address
        return state

    def _answers(self) -> Iterator[ForwardMsg]:
        """What the server sends until its script has ended, and is not about to start again."""
        while True:
            answer = ForwardMsg()
            data = self.connection.recv(timeout=self.patience_seconds)
            assert isinstance(data, bytes)
            answer.ParseFromString(data)
            self.session_id = answer.new_session.initialize.session_id or self.session_id
            self.way_to_sign_in = answer.auth_redirect.url or self.way_to_sign_in
            if answer.WhichOneof("type") == "script_finished":
                if answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    return
            else:
                yield answer


def signed_in(url: str, name: str, authority: Path | None = None) -> dict[str, str]:
    """The cookies of who signs in: presses the page's button, takes a link of the tests' provider, and is sent back."""
    with visiting(url, {}, authority=authority) as visitor:
        visitor.open("")
        visitor.open("", "", pressed(visitor.buttons()["Sign in"]))
    with requests.Session() as browser:
        believed: dict[str, Any] = {"timeout": 60, "verify": str(authority or "") or True}
        provider = browser.get(urljoin(url, visitor.way_to_sign_in), **believed)
        (link,) = html.fromstring(provider.content).xpath("//a[. = $name]/@href", name=name)
        browser.get(link, **believed).raise_for_status()
        return browser.cookies.get_dict()


def pressed(button: str) -> WidgetState:
    """The state of a button that was pressed."""
    return WidgetState(id=button, trigger_value=True)


def written(text_input: str, text: str) -> WidgetState:
    """The state of an input in which a text was written."""
    return WidgetState(id=text_input, string_value=text)


@contextmanager
def visiting(
    url: str,
    cookies: Mapping[str, str],
    host: str | None = None,
    origin: str | None = OWN,
    authority: Path | None = None,
) -> Iterator[Visitor]:
    """Visit a dashboard with the cookies of a browser.

    `host` is the name under which it is asked for, if another than its own, `origin` the page that asks (`OWN`, another
    or none), and `authority` the file of those whose certificates are believed.
    """
    where = urlsplit(url)
    jar = {**_first_cookies(url, authority), **cookies}
    asked = host or where.netloc
    with connect(
        f"{where.scheme.replace('http', 'ws')}://{asked}{where.path}/_stcore/stream",
        sock=socket.create_connection((where.hostname, where.port)),
        ssl=authority and ssl.create_default_context(cafile=authority),
        server_hostname=where.hostname if authority else None,
        origin=f"{where.scheme}://{asked}" if origin == OWN else origin,
        subprotocols=["streamlit", jar.get(_XSRF_COOKIE, "none")],
        additional_headers={"Cookie": "; ".join(f"{name}={value}" for name, value in jar.items())},
        max_size=None,
    ) as connection:
        yield Visitor(url, jar, connection)


def _first_cookies(url: str, authority: Path | None) -> dict[str, str]:
    """The cookies that everybody gets."""
    with requests.get(f"{url}/_stcore/health", timeout=60, verify=str(authority or "") or True) as answer:
        return answer.cookies.get_dict()
