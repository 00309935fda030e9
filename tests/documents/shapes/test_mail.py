"""Mails and web archives are read as what they contain."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from ucap.documents.opening import detect, open_documents
from ucap.errors import UnreadableDocument

PLAN = "City:\tWuxi\tEssen\nCountry:\tChina\tGermany\nCooperation Themes:\tBrücken\t\n"


def mail(body: str, attached: str | None = None, *, encoding: str = "quoted-printable") -> bytes:
    message = EmailMessage()
    message["Subject"] = "Summary"
    message.set_content(body, cte=encoding)
    if attached:
        message.add_attachment(attached.encode(), maintype="text", subtype="plain", filename="plan.txt")
    return bytes(message)


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_summary_in_the_body_is_read_whatever_its_transfer_encoding(encoding: str) -> None:
    (document,) = open_documents("mail.eml", mail(PLAN, encoding=encoding))
    assert (document.name, document.text.strip()) == ("mail.eml", PLAN.strip())


def test_a_summary_that_is_attached_is_read_and_the_letter_left_aside() -> None:
    (document,) = open_documents("mail.eml", mail("Dear colleagues, please find it attached.", PLAN))
    assert "Brücken" in document.text


def test_two_summaries_of_one_mail_have_names_of_their_own() -> None:
    documents = open_documents("mail.eml", mail(PLAN, PLAN.replace("Essen", "Graz")))
    assert [document.name for document in documents] == ["mail.eml", "mail.eml, part 2"]


def test_a_mail_without_a_summary_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="No part of the mail"):
        open_documents("mail.eml", mail("See you on Monday."))


def test_a_text_that_only_begins_like_a_mail_is_a_text() -> None:
    assert detect("plan.txt", f"From: Anna\nSubject: U-CAP\n\n{PLAN}".encode()) == "tagged"
