"""Lists in the paragraphs of a cell."""

import pytest

from ucap.documents.lists.blocks import split_blocks
from ucap.documents.lists.paragraphs import Paragraph, soft_lines
from ucap.documents.traced import Traced

SIGNS = {"paragraph": "", "bullet": "* ", "sub-bullet": "o "}


def paragraph(text: str, kind: str = "paragraph") -> Paragraph:
    """A text as a paragraph of its own document."""
    return Paragraph(Traced.of(text, 0, len(text)), kind)


def split(*texts: str, kind: str = "paragraph") -> list[str]:
    """The blocks of paragraphs, with signs for their kinds."""
    blocks, _marks = split_blocks([paragraph(text, kind) for text in texts])
    return [SIGNS[block.kind] + str(block.text) for block in blocks]


def test_long_dashes_before_chinese_things_list_them_below_an_item():
    assert split(
        "1、Delegation in Graz. — 意向书3份 3 letters — 学校2所 2 schools 2、Training. — 学员24人 24 trainees"
    ) == [
        "* Delegation in Graz.",
        "o 意向书3份 3 letters",
        "o 学校2所 2 schools",
        "* Training.",
        "o 学员24人 24 trainees",
    ]


def test_signs_begin_items_wherever_they_stand():
    assert split("→ One. → Two.") == ["* One.", "* Two."]
    assert split("The partners plan: • one thing • another") == ["The partners plan:", "* one thing", "* another"]
    assert split("\uf0b7 One", "\uf0b7 Two") == ["* One", "* Two"]
    assert split("* one truck in trial * a plan for 5 flats") == ["* one truck in trial", "* a plan for 5 flats"]
    assert split("* Plots of 5 * 3 metres") == ["* Plots of 5 * 3 metres"]


def test_an_o_below_an_item_is_an_inner_item():
    assert split("→ May 2018: Visit. o Letter of intent o List → June: End.") == [
        "* May 2018: Visit.",
        "o Letter of intent",
        "o List",
        "* June: End.",
    ]


def test_an_o_below_a_paragraph_is_an_inner_item_but_a_list_of_os_is_a_list():
    assert split("May 2018: Visit.", "o Letter of intent") == ["May 2018: Visit.", "o Letter of intent"]
    assert split("o One", "o Two") == ["* One", "* Two"]


def test_numbers_count_in_sequence_only():
    assert split("1. Twenty lodgings by the end of 2020. 2. Figures. 3. Module.") == [
        "* Twenty lodgings by the end of 2020.",
        "* Figures.",
        "* Module.",
    ]
    assert split("1) One", "2) Two", "(3) Three") == ["* One", "* Two", "* Three"]
    assert split("See page 4. Then go on.") == ["See page 4. Then go on."]
    assert split("12. Something that is no list") == ["12. Something that is no list"]


def test_a_number_goes_on_in_small_letters_behind_a_full_stop():
    assert split("1. Study. 2. Visit to a fair. 3. tbd") == ["* Study.", "* Visit to a fair.", "* tbd"]


def test_small_letters_may_follow_where_three_numbers_count_up():
    assert split("1) a nursery 2) two floats 3) fewer floods") == ["* a nursery", "* two floats", "* fewer floods"]
    assert split("1) a nursery of 2) something") == ["* a nursery of 2) something"]


def test_letters_and_roman_numbers_count_where_the_paragraph_begins_with_the_first():
    assert split("(a) One code (b) Signposts (c) Irrigation") == ["* One code", "* Signposts", "* Irrigation"]
    assert split("i. Ten lines ii. Path iii. Less water") == ["* Ten lines", "* Path", "* Less water"]
    assert split("a) One", "b) Two") == ["* One", "* Two"]
    assert split("(a) One", "o inner (b) Two") == ["* One", "o inner", "* Two"]
    assert split("Either (a) one or (b) two") == ["Either (a) one or (b) two"]


def test_a_list_may_go_on_from_the_cell_above():
    assert split("4. One", "5. Two") == ["* One", "* Two"]
    assert split("d) One e) October 2020: Two") == ["* One", "* October 2020: Two"]


def test_letters_below_numbers_are_inner_items_and_the_numbers_go_on():
    assert split("1. Visit", "a) Letter", "b) List", "2. Report") == ["* Visit", "o Letter", "o List", "* Report"]


@pytest.mark.parametrize(
    "date",
    [
        *("1. May 2019: Visit", "14.06.2018 in Guilin: Signing", "1. Mai 2019 Treffen"),
        *("1. 10. 2018 – 30. 9. 2021", "9. 9. – 4. 10. 2019: Visit"),
    ],
)
def test_a_date_is_no_number_of_a_list(date):
    assert split(date) == [date]


def test_a_dash_counts_at_the_start_and_then_before_capitals():
    assert split("- Three start-ups - A yearly residence – in spring") == [
        "* Three start-ups",
        "* A yearly residence – in spring",
    ]
    assert split("- Growth from 2018 - 2020") == ["* Growth from 2018 - 2020"]
    assert split("- A soap - 10% more nights") == ["* A soap", "* 10% more nights"]
    assert split("– One guest a year; – a joint plot; – a guide") == [
        "* One guest a year;",
        "* a joint plot;",
        "* a guide",
    ]
    assert split("Yiwu – Varna days - one to three") == ["Yiwu – Varna days - one to three"]


def test_dashes_begin_a_list_behind_a_sentence_where_there_are_several():
    assert split("Its funding is separate. - To halve waste - To start two") == [
        "Its funding is separate.",
        "* To halve waste",
        "* To start two",
    ]
    assert split("It was a success. - Nobody knows why.") == ["It was a success. - Nobody knows why."]


def test_a_sign_within_an_item_of_another_sort_is_inner():
    assert split("→ One", "- first", "- second", "→ Two") == ["* One", "o first", "o second", "* Two"]


def test_a_dash_behind_a_full_stop_within_an_item_lists_what_is_below_it_and_then_all_do():
    assert split("1. The plan was signed. - Plan in two languages 2. Lectures for all - twelve lectures 3. Fair.") == [
        "* The plan was signed.",
        "o Plan in two languages",
        "* Lectures for all",
        "o twelve lectures",
        "* Fair.",
    ]
    assert split("• 22 May: fair in Deyang - 5 letters - a venture • autumn: groups start in four quarters") == [
        "* 22 May: fair in Deyang",
        "o 5 letters",
        "o a venture",
        "* autumn: groups start in four quarters",
    ]


def test_dashes_before_counted_things_list_them_below_an_item():
    assert split("▪ Visit of the engineers - two reports exchanged - twelve firms visited ▪ Webinar - letter") == [
        "* Visit of the engineers",
        "o two reports exchanged",
        "o twelve firms visited",
        "* Webinar",
        "o letter",
    ]


def test_an_asterisk_within_an_item_lists_what_is_below_it_and_the_dashes_of_the_items_go_on():
    assert split("- March 2019: workshop * glossary * test - from 3 to 7 June 2019, Genoa: study of lifts") == [
        "* March 2019: workshop",
        "o glossary",
        "o test",
        "* from 3 to 7 June 2019, Genoa: study of lifts",
    ]


@pytest.mark.parametrize(
    "item",
    [
        "Workshop on glass - old and new - for twenty masters",
        "12 November - Visit to Rome with the mayor",
        "Growth in the years from 2018 - 2020",
        "Visit of the mayor to the port of Lyon - May 2019",
    ],
)
def test_a_dash_within_a_sentence_a_lead_or_a_date_lists_nothing(item):
    assert split(f"• {item} • Fair") == [f"* {item}", "* Fair"]


def test_a_list_that_begins_with_a_year_counts_from_there():
    assert split("1. 2019.5.10: Plan", "- copies", "2. March 2019: Visit", "3. Fair") == [
        "* 2019.5.10: Plan",
        "o copies",
        "* March 2019: Visit",
        "* Fair",
    ]


def test_items_that_the_shape_itself_tells_lose_their_signs():
    assert split("→ One", "Two", kind="bullet") == ["* One", "* Two"]
    assert split("One", "Two", kind="sub-bullet") == ["* One", "* Two"]


def test_an_arrow_in_the_midst_of_another_list_is_text():
    assert split("• from Wuhu → Porto", "• back") == ["* from Wuhu → Porto", "* back"]


def test_the_marks_are_given_back():
    _blocks, marks = split_blocks([paragraph("→ One → Two")])
    assert [mark.text for mark in marks] == ["→", "→"]


def test_lines_that_go_on_in_small_letters_are_one_paragraph():
    lines = [Traced.of(text, 0, len(text)) for text in ("Protection of", "city walls", "Visitor management.", "→ One")]
    assert [str(part.text) for part in soft_lines(lines)] == [
        "Protection of city walls",
        "Visitor management.",
        "→ One",
    ]


def test_the_lines_of_an_item_are_one_item():
    lines = [Traced.of(text, 0, len(text)) for text in ("First visit.", "Second day in Lyon.")]
    assert [str(part.text) for part in soft_lines(lines, "bullet")] == ["First visit. Second day in Lyon."]


def test_an_o_may_stand_before_small_letters_unless_the_language_has_a_word_o():
    assert split("• Kick-off o ten letters o list") == ["* Kick-off", "o ten letters", "o list"]
    assert split("• Scambio di dati o mappe") == ["* Scambio di dati o mappe"]


def test_a_dash_counts_before_a_word_with_colon_like_a_month_in_small_letters():
    assert split("- Kick-off in Tilburg - maart: Visit - with lunch") == [
        "* Kick-off in Tilburg",
        "* maart: Visit - with lunch",
    ]
    assert split("– avril : Kick-off – mai-juin : Visit – pour deux") == [
        "* avril : Kick-off",
        "* mai-juin : Visit – pour deux",
    ]
    assert split("- March: Survey - late September: Fair") == ["* March: Survey", "* late September: Fair"]
    assert split("- Course - of late years: rare") == ["* Course - of late years: rare"]


def test_diamonds_begin_items():
    assert split("◆ One ◆ two") == ["* One", "* two"]


def test_a_pointed_quotation_mark_begins_an_item_only_at_the_start():
    assert split("» 05/2021 – Closing session", "» Talks") == ["* 05/2021 – Closing session", "* Talks"]
    assert split("Le Salon « végétal » ouvre.") == ["Le Salon « végétal » ouvre."]


def test_chinese_numbers_and_numbers_in_circles_begin_items():
    assert split("一、花卉；二、照明；三、湖泊") == ["* 花卉；", "* 照明；", "* 湖泊"]
    assert split("（一）空气质量（二）旅游") == ["* 空气质量", "* 旅游"]
    assert split("1、花卉", "2、照明") == ["* 花卉", "* 照明"]
    assert split("① 航班少 ② 口径不一") == ["* 航班少", "* 口径不一"]
    assert split("（1） 2018年6月: Visit （2） Fair（see （1） above）") == [
        "* 2018年6月: Visit",
        "* Fair（see （1） above）",
    ]
    assert split("第一、二期工程") == ["第一、二期工程"]
    assert split("见附件（二）说明") == ["见附件（二）说明"]


def test_a_dash_between_chinese_words_begins_an_inner_item_below_an_item():
    assert split("① 签署意向书 – 确定联络人 ② 论坛") == ["* 签署意向书", "o 确定联络人", "* 论坛"]
    assert split("① 2019年3月 – 2019年5月 ② 论坛") == ["* 2019年3月 – 2019年5月", "* 论坛"]


def test_numbers_that_count_below_items_begin_inner_items():
    assert split("a) Fair (i) letter (ii) list", "b) Tour (i) report") == [
        "* Fair",
        "o letter",
        "o list",
        "* Tour",
        "o report",
    ]
    assert split("1) the (a) first and (b) second way", "2) a") == ["* the (a) first and (b) second way", "* a"]
    assert split("→ 2. Quartal 2019: Kurs. → 1. Halbjahr 2020: Kurs.") == [
        "* 2. Quartal 2019: Kurs.",
        "* 1. Halbjahr 2020: Kurs.",
    ]


def test_a_dash_before_a_date_in_words_begins_an_item():
    assert split("- 12 May 2019: Visit - late June 2019: Talks") == ["* 12 May 2019: Visit", "* late June 2019: Talks"]
    assert split("- Visit to Cork - late and short") == ["* Visit to Cork - late and short"]


def test_dashes_before_capitals_below_an_item_are_items_below_it_and_those_of_a_sentence_are_not():
    assert split("1) Plan 2) Mission in Jinan – A survey – A project 3) Tour") == [
        "* Plan",
        "* Mission in Jinan",
        "o A survey",
        "o A project",
        "* Tour",
    ]
    assert split("• Kick-off – the first – of all") == ["* Kick-off – the first – of all"]
    assert split("• 18 września 2018 r. – Letter signed • III kwartał 2019 r. – Bus tested") == [
        "* 18 września 2018 r. – Letter signed",
        "* III kwartał 2019 r. – Bus tested",
    ]


def test_thousands_of_dashes_in_one_item_are_read_like_a_few():
    """Were each compared with all others, this would take a quarter of an hour."""
    assert split("• Tour " + "– A " * 20_000) == ["* Tour", *["o A"] * 20_000]


def test_numbers_of_a_second_level_count_below_their_number():
    assert split("1. Table 1.1 Plan adopted 1.2 Groups formed 2. Tours 2.1 Report") == [
        "* Table",
        "o Plan adopted",
        "o Groups formed",
        "* Tours",
        "o Report",
    ]
    assert split("1. Version 2.1 Beta was shown 2. Tours") == ["* Version 2.1 Beta was shown", "* Tours"]


def test_a_dash_between_two_days_is_no_bullet():
    assert split("- Kick-off - 20. - 23. 5. 2019: Fair") == ["* Kick-off", "* 20. - 23. 5. 2019: Fair"]


def test_the_month_and_the_day_of_a_date_with_the_year_first_are_no_items():
    items = [f"{number}. Tour" for number in range(1, 8)]
    dated = " ".join([*items, "8. 2020. 09. 28.: Meeting", "9. 2020. 10. 01.: Visit"])
    assert split(dated)[7:] == ["* 2020. 09. 28.: Meeting", "* 2020. 10. 01.: Visit"]


def test_numbers_of_the_second_level_may_have_a_full_stop():
    assert split("1. Signing (Graz, May 2019) 1.1. Agreement 1.2. Calendar 2. Tours") == [
        "* Signing (Graz, May 2019)",
        "o Agreement",
        "o Calendar",
        "* Tours",
    ]


def test_a_dash_between_days_lists_nothing_though_other_dashes_do():
    assert split(
        "1. May 2019: Map – 61 shafts – public page 2. 2019. május 30. – június 2., Graz: Festival 3. Visit"
    ) == ["* May 2019: Map", "o 61 shafts", "o public page", "* 2019. május 30. – június 2., Graz: Festival", "* Visit"]


def test_dashes_count_by_items_though_a_number_is_missing():
    assert split("1. Graz – Visit 2. Wuxi – Fair 4. Linz – Course 5. Wels – Forum")[0] == "* Graz – Visit"
    assert "o " not in " ".join(split("1. Graz – Visit 2. Wuxi – Fair 4. Linz – Course 5. Wels – Forum"))


def test_an_o_within_a_line_is_a_word_where_lines_begin_with_one():
    assert split("- seminár o vode", "o mapa", "o dohoda o sieti") == ["* seminár o vode", "o mapa", "o dohoda o sieti"]


@pytest.mark.parametrize("date", ["20.05.2019", "3–14 XII 2018", "June 2019", "12 maja 2019"])
def test_a_dash_behind_nothing_but_a_date_is_no_bullet(date):
    assert split(f"– {date} – Graz: Fair – May 2020: Visit") == [f"* {date} – Graz: Fair", "* May 2020: Visit"]


@pytest.mark.parametrize("first", ["Fair 20.05.2019", "July 2018: Fair", "Visit 2019"])
def test_a_dash_behind_what_ends_with_a_date_is_a_bullet(first):
    assert split(f"– {first} – Graz: Fair") == [f"* {first}", "* Graz: Fair"]


def test_a_dash_between_two_dates_is_no_bullet():
    assert split("- 26.05.2018 - 29.05.2018: Stand - June 2018 - March 2019: Tests") == [
        "* 26.05.2018 - 29.05.2018: Stand",
        "* June 2018 - March 2019: Tests",
    ]


def test_chinese_items_need_no_space_before_their_signs():
    assert split("2019年上半年：调研。→ 2019年十月：会议。") == ["2019年上半年：调研。", "* 2019年十月：会议。"]
    assert split("（1）文化遗产（2）旅游（3）教育") == ["* 文化遗产", "* 旅游", "* 教育"]
    assert split("1.文化遗产 2.旅游") == ["* 文化遗产", "* 旅游"]
    assert split("共 1.5万人，2.5万平方米") == ["共 1.5万人，2.5万平方米"]
    assert split("1、2019年6月：签署。 2、2019年10月：培训。") == ["* 2019年6月：签署。", "* 2019年10月：培训。"]
    assert split("1、2019.5.6: Fair 2、2019.11: Visit 3、2nd half of 2020: Forum") == [
        "* 2019.5.6: Fair",
        "* 2019.11: Visit",
        "* 2nd half of 2020: Forum",
    ]
    assert split("1、2、3 号线开通") == ["1、2、3 号线开通"]
    assert split("一、启动会 · 签署备忘录 二、调查") == ["* 启动会", "o 签署备忘录", "* 调查"]


def test_ticks_crosses_and_circles_are_one_list():
    items = ["✓ May 2019: fair", "o letter", "✗ June 2020: fair; cancelled", "○ 2021: game jam (planned)"]
    assert split(*items) == [
        "* May 2019: fair",
        "o letter",
        "* June 2020: fair; cancelled",
        "* 2021: game jam (planned)",
    ]


def test_a_circle_below_another_mark_is_an_inner_item():
    assert split("→ One", "○ Two") == ["* One", "o Two"]


def test_chinese_numbers_count_on_behind_a_semicolon():
    assert split("1、先进制造；2、职业教育；3、绿色能源") == ["* 先进制造；", "* 职业教育；", "* 绿色能源"]
    assert split("人口12、面积34") == ["人口12、面积34"]


def test_greek_letters_count():
    assert split("α) Cruise ships; β) Ferries", "γ) Training") == ["* Cruise ships;", "* Ferries", "* Training"]


def test_an_o_that_is_set_off_begins_an_item_where_o_is_a_word():
    assert split("– Equipa em Faro", "o letter of intent") == ["* Equipa em Faro", "o letter of intent"]
    assert split("– Equipa em Faro o     letter of intent") == ["* Equipa em Faro", "o letter of intent"]
    sentence = "– Em Braga o laboratório não tem os meios"
    assert split(sentence) == [sentence.replace("–", "*")]


def test_numbers_in_brackets_may_stand_close_to_the_words_before_them():
    assert split("（1）Urban mobility（2）Water management（3）Education") == [
        "* Urban mobility",
        "* Water management",
        "* Education",
    ]
    assert split("（1）Urban mobility, see annex(3) and more") == ["* Urban mobility, see annex(3) and more"]


def test_a_dash_behind_a_month_begins_an_item_unless_a_date_follows():
    assert split("- A garden that blooms in May - A record with tunes") == [
        "* A garden that blooms in May",
        "* A record with tunes",
    ]
    assert split("- Open from May - October to all") == ["* Open from May - October to all"]


def test_a_date_of_two_months_in_small_letters_begins_an_item_behind_a_dash():
    assert split("– 14 maj 2019: Fair – sept.–okt. 2019: Course") == [
        "* 14 maj 2019: Fair",
        "* sept.–okt. 2019: Course",
    ]


def test_words_between_dashes_behind_the_date_of_an_item_list_nothing():
    assert split("• 17 June 2020 – CANCELLED – Course • 3 May 2021 – Fair") == [
        "* 17 June 2020 – CANCELLED – Course",
        "* 3 May 2021 – Fair",
    ]


def test_an_o_is_a_bullet_in_an_english_item_although_its_date_is_in_another_language():
    assert split("• del 3 al 7 de juny: Cooks at the auction o twenty recipes") == [
        "* del 3 al 7 de juny: Cooks at the auction",
        "o twenty recipes",
    ]
    assert split("• 3 giugno: Dati di consumo o mappe") == ["* 3 giugno: Dati di consumo o mappe"]


def test_numbers_in_circles_may_stand_close_where_they_count_on():
    assert split("①Urban mobility②Water③Education") == ["* Urban mobility", "* Water", "* Education"]
    assert split("• GDP① grew") == ["* GDP① grew"]
    assert split("①GDP③ grew") == ["* GDP③ grew"]


def test_long_dashes_that_all_stand_before_things_list_below_items():
    assert split("→ Signing – a letter – two contracts → Exhibition – une brochure → Closing") == [
        "* Signing",
        "o a letter",
        "o two contracts",
        "* Exhibition",
        "o une brochure",
        "* Closing",
    ]


def test_amounts_behind_long_dashes_are_listed_below_items():
    assert split("• Workshop – 24 certificates – 2 films • Fair – 3 contracts") == [
        "* Workshop",
        "o 24 certificates",
        "o 2 films",
        "* Fair",
        "o 3 contracts",
    ]


def test_a_noun_behind_a_long_dash_is_listed_where_another_item_shows_that_dashes_list():
    assert split("• May: Fair – stand of 40 m2 • June: Show – 300 guests – film of the day • July: Course") == [
        "* May: Fair",
        "o stand of 40 m2",
        "* June: Show",
        "o 300 guests",
        "o film of the day",
        "* July: Course",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "• May: Fair – stand of 40 m2 • June: Show",
        "• May: Fair – 20 guests – held in Graz • June: Show",
        "• May: Fair – 20 guests – with two films • June: Show",
        "• May: Fair – stand of 40 m2 – film of the day • June: Show",
        "→ The port – one of the oldest – was shown → A visit",
        "→ A visit – a long one → A meeting – an even longer one",
        "→ Ghent – a port – and its canals → A visit",
        "→ June 2018 – a visit – a meeting",
    ],
)
def test_long_dashes_within_a_sentence_list_nothing(text):
    assert not any(block.startswith("o ") for block in split(text))


def test_a_number_with_a_bracket_before_a_year_is_an_item_and_no_day():
    assert split("(3) May 2019: Visit", "(4) 2019.8.6: Forum", "(5) 2020: Opening") == [
        "* May 2019: Visit",
        "* 2019.8.6: Forum",
        "* 2020: Opening",
    ]
    assert split("4. 2020 Forum") == ["4. 2020 Forum"]


def test_a_dash_before_an_earlier_year_begins_an_item():
    assert split("- 3 May 2019: Fair o a stand for 2020 - June 2019: Course o two guides - July 2019: Film") == [
        "* 3 May 2019: Fair",
        "o a stand for 2020",
        "* June 2019: Course",
        "o two guides",
        "* July 2019: Film",
    ]
    assert split("- May 2018 - March 2019: Course") == ["* May 2018 - March 2019: Course"]


def test_points_list_below_items_that_begin_with_a_dash():
    assert split("– 2019-05: Nurses came. · three letters · guide for nurses – 2019-06: Film. · 2 copies") == [
        "* 2019-05: Nurses came.",
        "o three letters",
        "o guide for nurses",
        "* 2019-06: Film.",
        "o 2 copies",
    ]


def test_what_is_called_an_output_behind_a_dash_is_listed_below_the_item():
    assert split("（1） Visit to Graz – 成果 Output：report （2） Fair – Results: 3 letters （3） Graz – a town") == [
        "* Visit to Graz",
        "o 成果 Output：report",
        "* Fair",
        "o Results: 3 letters",
        "* Graz – a town",
    ]


def test_a_number_before_a_month_in_the_genitive_is_a_day_without_a_year_too():
    assert split("1. veljače: Posjet", "12. března: Kurz") == ["1. veljače: Posjet", "12. března: Kurz"]
    assert split("1. Posjet 2. 12. ožujka: Tečaj", "1. Maja Novak") == [
        "* Posjet",
        "* 12. ožujka: Tečaj",
        "* Maja Novak",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["A1 (June 2018): Visit", "A2 (3 May 2019, Braga): Course", "A3: Newsletter"],
        ["A1 (June 2018): Visit A2 (3 May 2019, Braga): Course A3: Newsletter"],
        ["Activity 1 – June 2018: Visit", "Activity 2 – Q3/2019: Course", "Activity 4: Newsletter"],
        ["WP1.1 (2018): Visit", "WP1.2 (2019): Course", "WP2.1: Newsletter"],
        ["活动1（2018年6月）：Visit", "活动2（2019年5月）：Course", "活动3: Newsletter"],
    ],
)
def test_codes_of_activities_are_signs(texts: list[str]) -> None:
    blocks = split(*texts)
    assert len(blocks) == 3
    assert all(block.startswith("* ") and "Activity" not in block and "活动" not in block for block in blocks)
    assert blocks[0].endswith("Visit")
    assert blocks[2] == "* Newsletter"


@pytest.mark.parametrize(
    "texts",
    [
        ["A2 (2018): Visit of the motorway"],
        ["G20 (December 2018): Visit", "COP24 (December 2018): Visit"],
        ["Q3 (2018): Visit", "Q4 (2018): Visit"],
        ["SDG 8 (2018): work", "SDG 9 (2018): industry"],
        ["A2: Visit", "A3: Course"],
    ],
)
def test_other_names_with_numbers_are_no_signs(texts: list[str]) -> None:
    assert split(*texts) == texts


def test_numbers_of_an_office_that_numbers_its_rows_are_signs() -> None:
    items = ["* Common road", "* One school", "* 100 devices"]
    assert split("12.1 Common road 12.2 One school 12.3 100 devices") == items
    assert split("12.1 Common road", "12.2\tOne school", "12.3 100 devices") == items
    assert split("2.1 million, 2.2 million") == ["2.1 million, 2.2 million"]
    assert split("12.1 2019 Visit", "12.2 2019 Course") == ["12.1 2019 Visit", "12.2 2019 Course"]
    assert split("12.1 kilometres of road") == ["12.1 kilometres of road"]


def test_dashes_before_capitals_and_amounts_behind_what_a_date_leads_in_list_below_items():
    assert split(
        "（1） 2019.9.10, Graz: Opening of the fair - MoU signed （2） May 2021: Course - 30 certificates"
    ) == [
        "* 2019.9.10, Graz: Opening of the fair",
        "o MoU signed",
        "* May 2021: Course",
        "o 30 certificates",
    ]
    assert split("• May 2019: Flight Vienna - Beijing • May 2021: Train Graz - Wuhu") == [
        "* May 2019: Flight Vienna - Beijing",
        "* May 2021: Train Graz - Wuhu",
    ]
