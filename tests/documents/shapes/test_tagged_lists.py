"""Lists in tagged text that were copied out of a table with a tab behind each bullet."""

from tests.documents.helpers import assert_lawful, cells, labels, read

HEAD = "City\tWuhu\tPorto\nCountry\tChina\tPortugal\n"


def test_a_tab_behind_a_bullet_or_number_begins_no_cell():
    text = HEAD + "Main objectives\t•\tTry robots\n•\tDraw ways\nKey challenges\t1)\tDistance\n2)\tPrices\n"
    assert cells(read(text), "objectives") == [["* Try robots", "* Draw ways"]]
    assert cells(read(text), "challenges") == [["* Distance", "* Prices"]]


def test_a_number_before_a_label_is_the_rows_and_a_dash_may_say_that_there_is_nothing():
    text = "1.\tCity\tWuhu\tPorto\n2.\tCountry\tChina\tPortugal\n3.\tPopulation\t-\t230,000\n"
    assert cells(read(text), "city") == [["Wuhu"], ["Porto"]]
    assert cells(read(text), "population") == [["-"], ["230,000"]]


ROWS = "City\tWuhu\tPorto\nCountry\tChina\tPortugal\n{lines}Period\t2018\t\nMain objectives\tFerries.\t\n"


def test_the_last_line_of_a_cell_may_end_with_the_tab_that_the_first_lacks():
    text = ROWS.format(
        lines="Key challenges\t1. Old quays\n2. No rails\n3. Few staff\t\nResults\t- Jobs\n- Less CO2\t\n"
    )
    document = read(text)
    assert cells(document, "challenges") == [["* Old quays", "* No rails", "* Few staff"]]
    assert cells(document, "results") == [["* Jobs", "* Less CO2"]]
    assert_lawful(document)


def test_a_line_in_the_first_rows_may_end_one_cell_and_begin_the_next():
    text = ROWS.format(lines="Population\t3.7 million\n(2019)\t230,000\n")
    assert cells(read(text), "population") == [["3.7 million", "(2019)"], ["230,000"]]


def test_a_row_that_is_whole_does_not_take_the_empty_row_below_it():
    document = read(ROWS.format(lines="Mayor\tLin Guowei\tAna Ruiz\nBudgets\t\t\n"))
    assert cells(document, None) == [["Lin Guowei"], ["Ana Ruiz"]]
    assert "Budgets" in labels(document).values()


def test_where_rows_have_their_own_numbers_of_tabs_an_empty_row_ends_no_cell():
    text = HEAD + "Key challenges\tDistance\nHotlines\t\nPeriod\t2018\nMain objectives\tFerries\nResults\tJobs\n"
    document = read(text)
    assert cells(document, "challenges") == [["Distance"]]
    assert "Hotlines" in labels(document).values()


def test_a_bullet_with_nothing_behind_its_tab_ends_the_cell_above_in_any_table():
    text = HEAD + "Key challenges\t• Distance\n• Prices\t\nPeriod\t2018\nMain objectives\tFerries\nResults\tJobs\n"
    assert cells(read(text), "challenges") == [["* Distance", "* Prices"]]
