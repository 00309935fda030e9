"""Lists in tagged text that were copied out of a table with a tab behind each bullet."""

from tests.documents.helpers import cells, read

HEAD = "City\tWuhu\tPorto\nCountry\tChina\tPortugal\n"


def test_a_tab_behind_a_bullet_or_number_begins_no_cell():
    text = HEAD + "Main objectives\t•\tTry robots\n•\tDraw ways\nKey challenges\t1)\tDistance\n2)\tPrices\n"
    assert cells(read(text), "objectives") == [["* Try robots", "* Draw ways"]]
    assert cells(read(text), "challenges") == [["* Distance", "* Prices"]]


def test_a_number_before_a_label_is_the_rows_and_a_dash_may_say_that_there_is_nothing():
    text = "1.\tCity\tWuhu\tPorto\n2.\tCountry\tChina\tPortugal\n3.\tPopulation\t-\t230,000\n"
    assert cells(read(text), "city") == [["Wuhu"], ["Porto"]]
    assert cells(read(text), "population") == [["-"], ["230,000"]]
