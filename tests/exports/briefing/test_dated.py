"""The same selection on the same day gives the same file, whenever and wherever it is made."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

import openpyxl
import pptx

from tests.exports.samples import DAY, PAIR, description_of, view_of
from ucap.exports import export
from ucap.plan.record import GoalMention

VIEW = view_of(PAIR.model_copy(update={"goals": (GoalMention(goal=11),)}))
DATED = datetime(DAY.year, DAY.month, DAY.day)


@cache
def made() -> bytes:
    return export("pptx", VIEW, description_of(VIEW))


@cache
def package() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(made()))


def workbooks() -> list[bytes]:
    """The workbooks behind the charts."""
    return [package().read(name) for name in package().namelist() if name.endswith(".xlsx")]


def test_every_part_is_dated_to_the_day_of_the_export():
    packages = [package(), *(zipfile.ZipFile(io.BytesIO(content)) for content in workbooks())]
    assert len(packages) == 3
    assert {entry.date_time for one in packages for entry in one.infolist()} == {(*DATED.timetuple()[:3], 0, 0, 0)}


def test_presentation_and_workbooks_say_that_they_were_made_on_that_day():
    presentation = pptx.Presentation(io.BytesIO(made()))
    said = [presentation.core_properties.created]
    said += [openpyxl.load_workbook(io.BytesIO(content)).properties.created for content in workbooks()]
    assert [one.replace(tzinfo=None) for one in said] == [DATED] * 3


def test_another_day_gives_another_file():
    tomorrow = replace(description_of(VIEW), day=DAY + timedelta(days=1))
    assert export("pptx", VIEW, tomorrow) != made()
