"""Tables of two columns within a cell, copied as lines with tabs, and items numbered below their rows."""

from ucap.reading import read

TEXT = """1. City\tOulu\tHarbin
2. Country\tFinland\tChina
7. Responsible unit\tBusiness services\tScience bureau
8. Cooperation themes\t8.1\tWinter roads
8.2\tWood in tall buildings
9. SDGs and Urban Agenda topics\tSDG 3\tGood Health and Well-being
SDG 9\tIndustry, Innovation and Infrastructure
EU UP\tDigital Transition
10. Key focus\tWinter roads\tsalt, gravel or heat
Wood in tall buildings\tfire rules, and who insures eight floors of pine
12. Main objectives\t12.1\tCommon test road of 2 km
12.2\t100 wrist devices in use
Mayor\tMs Virtanen
"""


def test_rows_of_a_table_within_a_cell_are_no_rows_of_the_plan():
    (plan,) = read("plan.txt", TEXT.encode())
    assert [theme.label for theme in plan.themes] == ["Winter roads", "Wood in tall buildings"]
    assert [goal.goal for goal in plan.goals] == [3, 9]
    assert [topic.topic for topic in plan.topics] == ["digital-transition"]
    assert len(plan.focus) == 2
    assert plan.objectives == ("Common test road of 2 km", "100 wrist devices in use")
    assert plan.unplaced == (
        "7. Responsible unit Business services Science bureau",
        "Mayor Ms Virtanen",
    )


def test_a_row_whose_label_is_of_the_words_of_labels_ends_a_table_within_a_cell():
    text = (
        TEXT.replace("8.1\t", "A.\t").replace("8.2\t", "B.\t").replace("9. SDGs and", "Related SDGs (No.)\t3, 9\n9. EU")
    )
    (plan,) = read("plan.txt", text.encode())
    assert [theme.label for theme in plan.themes] == ["Winter roads", "Wood in tall buildings"]
    assert [goal.goal for goal in plan.goals] == [3, 9]
