"""Which pages of others may show a view of this dashboard."""

from __future__ import annotations

import pytest

from components.content_policy import embedding_hosts


def test_hosts_are_named_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UCAP_EMBED_HOSTS", "https://example.eu  https://*.example.org:8443")
    assert embedding_hosts() == ["https://example.eu", "https://*.example.org:8443"]
    monkeypatch.delenv("UCAP_EMBED_HOSTS")
    assert embedding_hosts() == []


@pytest.mark.parametrize("written", ["*", "example.eu", "https://example.eu; script-src *", "javascript:", "'self'"])
def test_what_is_no_host_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    """Nothing that is set can widen the policy beyond who may frame."""
    monkeypatch.setenv("UCAP_EMBED_HOSTS", written)
    with pytest.raises(ValueError, match="is no host; right would be https://"):
        embedding_hosts()
