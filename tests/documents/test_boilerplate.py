"""The template's own wording, and the contact behind it."""

from ucap.documents.boilerplate import find_boilerplate, masked, page_ends


def found(text: str) -> list[str]:
    """The wordings found in a text."""
    return [text[start:end] for start, end in find_boilerplate(text).template]


def contact(text: str) -> list[str]:
    """The contacts found in a text."""
    return [text[start:end].strip() for start, end in find_boilerplate(text).contacts]


def test_titles_and_footers_are_found_over_line_ends():
    assert found("IUC Urban Cooperation Action Plan (U-CAP) Summary\nA European Union\nProgramme\n欧盟项目") == [
        "IUC Urban Cooperation Action Plan (U-CAP) Summary",
        "A European Union\nProgramme",
        "欧盟项目",
    ]


def test_a_footer_in_the_midst_of_a_value_is_found_but_prose_is_not():
    assert found("acceleration programme. A European Union Programme 欧盟项目 the U-CAP:") == [
        "A European Union Programme",
        "欧盟项目",
    ]
    assert found("with the help of a European Union programme for cities") == []


def test_on_a_line_of_its_own_case_does_not_matter():
    assert found("text\nA EUROPEAN UNION PROGRAMME\ntext") == ["A EUROPEAN UNION PROGRAMME"]


def test_page_numbers_are_template_on_their_own_line_only():
    assert found("one\nPage 1 of 2\ntwo\n- 3 -\n2/2\nPopulation 1 of 2 million\n12\n") == [
        "Page 1 of 2",
        "- 3 -",
        "2/2",
    ]


def test_the_end_of_a_date_on_a_line_of_its_own_is_no_page_number():
    assert found("2019/3/18-\n3/22\nFair\n2019/5/2 \n3/22\n- 3 -\n2/2\n") == ["3/22", "- 3 -", "2/2"]
    assert found("2019/3/18- \n3/22\n") == []


LEAD = "For further information (including access to the full U-CAP), please contact:"


def test_the_contact_ends_with_the_next_wording_or_two_blank_lines():
    assert contact(f"{LEAD} a@b.eu A European Union Programme") == ["a@b.eu"]
    assert contact(f"{LEAD}\n\na@b.eu\nTel. 12\n\n\nmore") == ["a@b.eu\nTel. 12"]
    assert contact(LEAD) == []


def test_a_page_break_may_part_the_contact_from_its_lead():
    assert contact(f"{LEAD}\nA European Union Programme\n\fa@b.eu\n") == ["a@b.eu"]


def test_masking_keeps_lengths_and_line_ends():
    text = "one A European Union\nProgramme two"
    assert masked(text, find_boilerplate(text).template) == "one " + "\f" * 16 + "\n" + "\f" * 9 + " two"


def test_a_page_ends_with_the_last_of_its_footers():
    text = "one A European Union Programme 欧盟项目 two A European Union Programme"
    assert [text[:end].rsplit(maxsplit=1)[-1] for end in page_ends(text)] == ["欧盟项目", "Programme"]
