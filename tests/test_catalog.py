"""The catalogs: every message of the code is in them, translated, with its placeholders."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from ucap import wording

ROOT = Path(wording.__file__).parents[1]
LANGUAGES = sorted(set(wording.LANGUAGES) - {"en"})
FULL_WIDTH = "\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"


def catalog(path: Path) -> Catalog:
    with path.open("rb") as source:
        return read_po(source)


def of_language(language: str) -> Catalog:
    return catalog(ROOT / "ucap" / "locale" / language / "LC_MESSAGES" / "ucap.po")


def forms(words: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """The text of a message, or each of its plural forms."""
    return (words,) if isinstance(words, str) else tuple(words)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{[^}]*\}", text))


def messages(language: str) -> list[Message]:
    return [message for message in of_language(language) if message.id]


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> set[str | tuple[str, ...]]:
    """The messages that the code holds at this moment."""
    template = tmp_path_factory.mktemp("catalog") / "ucap.pot"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        CommandLineInterface().run(["pybabel", "--quiet", "extract", "-F", "babel.cfg", "-o", str(template), "."])
    return {message.id for message in catalog(template) if message.id}


def test_the_template_holds_the_messages_of_the_code_and_no_others(extracted: set[str | tuple[str, ...]]) -> None:
    template = {message.id for message in catalog(ROOT / "ucap" / "locale" / "ucap.pot") if message.id}
    assert template == extracted, "renew the template and the catalogs as written in babel.cfg"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_the_code_is_translated(language: str, extracted: set[str | tuple[str, ...]]) -> None:
    translated = {message.id for message in messages(language) if all(forms(message.string)) and not message.fuzzy}
    assert extracted - translated == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_as_many_forms_as_its_language(language: str) -> None:
    count = of_language(language).num_plurals
    assert [one.id for one in messages(language) if one.pluralizable and len(forms(one.string)) != count] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_keeps_the_placeholders_of_its_message(language: str) -> None:
    for message in messages(language):
        wanted = placeholders(forms(message.id)[-1])
        assert all(placeholders(form) == wanted for form in forms(message.string)), message.id


def test_chinese_is_set_without_spaces_beside_its_signs() -> None:
    stray = re.compile(rf"[ \t]{{2}}|[{FULL_WIDTH}] (?=[{FULL_WIDTH}])|[{FULL_WIDTH}][,;:!]")
    assert [form for one in messages("zh") for form in forms(one.string) if stray.search(form)] == []


def test_a_space_stands_at_the_edge_of_a_translation_only_where_its_message_has_one() -> None:
    for message in messages("zh"):
        has_edge = forms(message.id)[0] != forms(message.id)[0].strip()
        assert has_edge or all(form == form.strip() for form in forms(message.string)), message.id
