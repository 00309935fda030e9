"""Labels that nobody knows and that a narrow column broke, beside their values."""

from tests.documents.helpers import cells, labels, read

PAGE = """\
Partner cities Weihai Cork; Galway
Province or region Shandong Munster; Connacht
Member State / country P.R. China Ireland
Inhabitants 2.9 M 0.21 M (Cork); 0.08 M (Galway)
Surface area 5,797 sq km 187 sq km; 54 sq km
Duration from 1st March 2019 to 28th February 2021
What we work on together - Seaweed and aquaculture
- Offshore wind
SDGs and EU Urban Agenda SDGs 4, 7, 14 & 17
partnerships addressed Jobs & Skills; Energy Transition
Difficulties met so far - An eight-hour time difference leaves one hour a day in which
both offices are open.
- Small budgets for travel
What the action plan sets - Put one product made of seaweed on the shelves of both
out to do countries
- Share the wind measurements of two harbours
What was done and what - 12th – 14th March 2019, Weihai: the Lord Mayor of Cork opened
came out of it the kelp nursery and signed the action plan
- late June 2019: three marine biologists from Galway spent ten days in Rongcheng
Benefits we hope for - Twenty jobs in seaweed on each side
- A shorter road from measurement to permit
"""


def test_the_rest_of_a_broken_label_is_no_value():
    document = read(PAGE)
    assert labels(document)["goals"] == "SDGs and EU Urban Agenda partnerships addressed"
    assert labels(document)["objectives"] == "What the action plan sets out to do"
    assert cells(document, "objectives") == [
        [
            "* Put one product made of seaweed on the shelves of both countries",
            "* Share the wind measurements of two harbours",
        ]
    ]
    assert labels(document)["activities"] == "What was done and what came out of it"
    assert len(cells(document, "activities")[0]) == 2


def test_the_next_line_of_a_value_is_no_rest_of_a_label():
    document = read(PAGE)
    assert cells(document, "challenges")[0][0].endswith("one hour a day in which both offices are open.")
    assert labels(document)["country"] == "Member State / country"
