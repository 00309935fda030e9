"""The one dictionary of columns: what each column of each frame is, and what each frame holds.

Frames, files, documentation, the data package, the sheet of the workbook that explains columns, the interface and the
tests all read it. A name carries its kind and unit (`_count`, `_km2`, `_km`, `is_`), and the same quantity has the
same name everywhere. Labels and descriptions are translated where they are shown: `_(column.label)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from ucap.plan.record import ActivityKind, Kind, Severity, Side, Statement, Status
from ucap.wording import N_

Dtype = Literal["str", "category", "bool", "int64", "Int64", "float64", "datetime64[us]"]
Precision = Literal["day", "month", "year", "none"]
Link = Literal["paired", "met"]
YesNo = Literal["yes", "no"]
Timing = Literal["before", "within", "after", "undated"]
Section = Literal["focus", "challenges", "objectives", "contacts", "unplaced", "notes"]

SECTIONS: tuple[Section, ...] = get_args(Section)
LIST_SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds.

    `label` is its heading in words. `values` are the permitted ones of a closed list (dtype `category`); `vocabulary`
    names the file of `data/reference/` whose values are usual. `words` is the column that says a code in words: in
    files it stands right behind it. Latitudes and longitudes are WGS 84. Only where `is_nullable` may a value be
    missing.
    """

    dtype: Dtype
    label: str
    description: str
    unit: str | None = None
    values: tuple[str, ...] = ()
    vocabulary: str | None = None
    is_nullable: bool = False
    words: str | None = None


@dataclass(frozen=True, slots=True)
class FrameSpec:
    """What a frame holds: its title, what one row is, the columns in order, and those that identify a row.

    `of_selection` are columns that files have besides, since only a selection, or all data, as a whole knows their
    values.
    """

    title: str
    row: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    of_selection: tuple[str, ...] = ()

    @property
    def in_files(self) -> tuple[str, ...]:
        """The columns in files and in the interface: behind each code its words, at the end those of the selection."""
        with_words = (one for name in self.columns for one in (name, COLUMNS[name].words) if one)
        return (*dict.fromkeys(with_words), *self.of_selection)


def _worded(label: str, is_nullable: bool = False) -> Column:
    """The column with the words of a code."""
    return Column("str", label, N_("The same in words, in the language of the file."), is_nullable=is_nullable)


COLUMNS: dict[str, Column] = {
    "plan": Column("str", N_("Plan"), N_("The id of the plan, as its address plans?open=… has it."), words="title"),
    "position": Column(
        "int64", N_("Position"), N_("The place of the entry in its list of the record, counted from 0.")
    ),
    "title": Column("str", N_("Title"), N_("The title of the plan."), is_nullable=True),
    "plan_kind": Column(
        "category",
        N_("Kind of plan"),
        N_("Read from a summary, or an entry of the register: a pairing, a cluster or a visit."),
        values=get_args(Kind),
        words="plan_kind_name",
    ),
    "plan_kind_name": _worded(N_("Kind of plan in words")),
    "programme": Column("str", N_("Programme"), N_("The programme under which the cities cooperate.")),
    "lead_city": Column("str", N_("Lead city"), N_("The city whose plan it is."), is_nullable=True),
    "lead_side": Column(
        "category",
        N_("Side of the lead city"),
        N_("Where the lead city lies."),
        values=get_args(Side),
        is_nullable=True,
        words="lead_side_name",
    ),
    "lead_side_name": _worded(N_("Side of the lead city in words"), is_nullable=True),
    "period_start": Column(
        "str",
        N_("Period from"),
        N_("Start of the cooperation, as precise as the document is."),
        "ISO 8601",
        is_nullable=True,
    ),
    "period_end": Column(
        "str", N_("Period to"), N_("End of the cooperation; missing where it is open."), "ISO 8601", is_nullable=True
    ),
    "period_text": Column("str", N_("Period as written"), N_("The period in the document's words."), is_nullable=True),
    "period_first_day": Column(
        "datetime64[us]",
        N_("First day of the period"),
        N_("First day that the period covers."),
        "day",
        is_nullable=True,
    ),
    "period_last_day": Column(
        "datetime64[us]",
        N_("Last day of the period"),
        N_("Last day that the period covers; missing where it is open."),
        "day",
        is_nullable=True,
    ),
    "period_precision": Column(
        "category",
        N_("Precision of the period"),
        N_("How precise the coarser date is."),
        values=get_args(Precision),
        words="period_precision_name",
    ),
    "period_precision_name": _worded(N_("Precision of the period in words")),
    "period_edtf": Column(
        "str",
        N_("Period as EDTF"),
        N_("The period in one text, as precise as it is; “..” is an open end."),
        "EDTF (ISO 8601-2)",
        is_nullable=True,
    ),
    "first_year": Column("Int64", N_("First year"), N_("Year in which the period starts."), "year", is_nullable=True),
    "last_year": Column("Int64", N_("Last year"), N_("Year in which the period ends."), "year", is_nullable=True),
    "last_known_year": Column(
        "Int64",
        N_("Last known year"),
        N_("Year in which the period ends or, where it is open, of the last dated activity."),
        "year",
        is_nullable=True,
    ),
    "city_count": Column("int64", N_("Cities"), N_("Number of cities of the whole plan."), "count"),
    "pair_count": Column("int64", N_("Pairs"), N_("Number of paired cities of the whole plan."), "count"),
    "met_count": Column(
        "int64", N_("Pairs that met"), N_("Number of pairs of the whole plan that have only met."), "count"
    ),
    "theme_count": Column(
        "Int64",
        N_("Themes"),
        N_("Number of themes of the plan; missing where the plan says nothing of themes."),
        "count",
        is_nullable=True,
    ),
    "goal_count": Column(
        "Int64",
        N_("Goals"),
        N_("Number of goals, stated or mentioned; missing where the plan says nothing of goals."),
        "count",
        is_nullable=True,
    ),
    "activity_count": Column("int64", N_("Activities"), N_("Number of activities of the whole plan."), "count"),
    "counted_once_count": Column(
        "int64",
        N_("Activities counted once"),
        N_("Number of selected activities, each at the first plan that tells of it: they add up to those on the page."),
        "count",
    ),
    "finding_count": Column("int64", N_("Findings"), N_("Number of findings about the plan."), "count"),
    "china_population": Column(
        "Int64", N_("Population, China"), N_("What the document says of the Chinese side."), "persons", is_nullable=True
    ),
    "europe_population": Column(
        "Int64",
        N_("Population, Europe"),
        N_("What the document says of the European side."),
        "persons",
        is_nullable=True,
    ),
    "china_area_km2": Column(
        "float64", N_("Area, China (km²)"), N_("What the document says of the Chinese side."), "km2", is_nullable=True
    ),
    "europe_area_km2": Column(
        "float64", N_("Area, Europe (km²)"), N_("What the document says of the European side."), "km2", is_nullable=True
    ),
    "themes_statement": Column(
        "category",
        N_("Themes given"),
        N_("Whether the plan states themes, declares that there are none, says nothing, or could not be understood."),
        values=get_args(Statement),
        words="themes_statement_name",
    ),
    "themes_statement_name": _worded(N_("Themes given in words")),
    "goals_statement": Column(
        "category",
        N_("Goals given"),
        N_("Whether the plan states goals, declares that there are none, says nothing, or could not be understood."),
        values=get_args(Statement),
        words="goals_statement_name",
    ),
    "goals_statement_name": _worded(N_("Goals given in words")),
    "topics_statement": Column(
        "category",
        N_("Topics given"),
        N_("Whether the plan states topics, declares that there are none, says nothing, or could not be understood."),
        values=get_args(Statement),
        words="topics_statement_name",
    ),
    "topics_statement_name": _worded(N_("Topics given in words")),
    "checked": Column(
        "category",
        N_("Checked"),
        N_("Whether somebody compared the plan with its document and signed it off."),
        values=get_args(YesNo),
        words="checked_name",
    ),
    "checked_name": _worded(N_("Checked in words")),
    "checked_by": Column("str", N_("Checked by"), N_("Who signed the plan off as checked."), is_nullable=True),
    "checked_on": Column(
        "str", N_("Checked on"), N_("The day on which the plan was signed off, in UTC."), "ISO 8601", is_nullable=True
    ),
    "document": Column("str", N_("Document"), N_("The file that the plan was read from."), is_nullable=True),
    "document_sha256": Column("str", N_("SHA-256"), N_("Fingerprint of the document's bytes."), is_nullable=True),
    "page_count": Column("Int64", N_("Pages"), N_("Number of pages of the document."), "count", is_nullable=True),
    "city": Column(
        "str",
        N_("City"),
        N_("The usual name, with the region where the data holds several places of that name."),
    ),
    "name": Column("str", N_("Name"), N_("The usual name of the city.")),
    "written": Column("str", N_("As written"), N_("The name that stands in the document.")),
    "side": Column(
        "category", N_("Side"), N_("China, or Europe: everywhere else."), values=get_args(Side), words="side_name"
    ),
    "side_name": _worded(N_("Side in words")),
    "is_lead": Column("bool", N_("Lead city"), N_("Whether it is the city whose plan it is.")),
    "region": Column("str", N_("Region"), N_("Province, state or region in which the city lies."), is_nullable=True),
    "country_code": Column(
        "str",
        N_("Country code"),
        N_("Country in which the city lies."),
        "ISO 3166-1 alpha-2",
        vocabulary="countries",
        is_nullable=True,
        words="country",
    ),
    "country": Column("str", N_("Country"), N_("Name of the country."), is_nullable=True),
    "latitude": Column(
        "float64", N_("Latitude"), N_("Latitude of the city, from the gazetteer."), "degrees", is_nullable=True
    ),
    "longitude": Column(
        "float64", N_("Longitude"), N_("Longitude of the city, from the gazetteer."), "degrees", is_nullable=True
    ),
    "population": Column(
        "Int64", N_("Population"), N_("Population of the city, from the gazetteer."), "persons", is_nullable=True
    ),
    "geonames_id": Column(
        "Int64",
        N_("GeoNames id"),
        N_("The city at https://www.geonames.org/ID, where GeoNames has it."),
        is_nullable=True,
    ),
    "iso_3166_2": Column(
        "str",
        N_("Code of the province"),
        N_("Province in which the Chinese city lies."),
        "ISO 3166-2",
        is_nullable=True,
    ),
    "nuts_code": Column(
        "str",
        N_("NUTS code"),
        N_("Unit of Eurostat's NUTS that the region of the European city is; missing where it is none."),
        "NUTS 2024, UK: 2018",
        is_nullable=True,
    ),
    "city_slug": Column(
        "str", N_("City in addresses"), N_("The city as its addresses cities?place=… and api/cities/… have it.")
    ),
    "pair_slug": Column(
        "str", N_("Pair in addresses"), N_("The pair as its addresses cities?pair=… and api/pairs/… have it.")
    ),
    "china_geonames_id": Column(
        "Int64", N_("GeoNames id, China"), N_("The Chinese city in GeoNames."), is_nullable=True
    ),
    "europe_geonames_id": Column(
        "Int64", N_("GeoNames id, Europe"), N_("The European city in GeoNames."), is_nullable=True
    ),
    "goal_uri": Column(
        "str", N_("Address of the goal"), N_("The goal in the linked data of the United Nations."), "URI"
    ),
    "china_city": Column("str", N_("Chinese city"), N_("The Chinese city of the pair.")),
    "europe_city": Column("str", N_("European city"), N_("The European city of the pair.")),
    "province": Column("str", N_("Province"), N_("Province in which the Chinese city lies."), is_nullable=True),
    "link": Column(
        "category",
        N_("Link"),
        N_(
            "Paired where a summary or a pairing is about the two; met where they only took part in the same cluster "
            "or visit."
        ),
        values=get_args(Link),
        words="link_name",
    ),
    "link_name": _worded(N_("Link in words")),
    "distance_km": Column(
        "Int64",
        N_("Distance (km)"),
        N_("Geodesic distance of the two cities on the WGS 84 ellipsoid, in whole kilometres."),
        "km",
        is_nullable=True,
    ),
    "china_latitude": Column(
        "float64", N_("Latitude, China"), N_("Latitude of the Chinese city."), "degrees", is_nullable=True
    ),
    "china_longitude": Column(
        "float64", N_("Longitude, China"), N_("Longitude of the Chinese city."), "degrees", is_nullable=True
    ),
    "europe_latitude": Column(
        "float64", N_("Latitude, Europe"), N_("Latitude of the European city."), "degrees", is_nullable=True
    ),
    "europe_longitude": Column(
        "float64", N_("Longitude, Europe"), N_("Longitude of the European city."), "degrees", is_nullable=True
    ),
    "label": Column("str", N_("Theme"), N_("The theme as written.")),
    "detail": Column("str", N_("Detail"), N_("What the document says of the theme."), is_nullable=True),
    "category": Column(
        "str",
        N_("Category"),
        N_("Slug of the heading that the theme falls under; missing where it falls under none."),
        vocabulary="categories",
        is_nullable=True,
        words="category_name",
    ),
    "category_name": Column("str", N_("Name of the category"), N_("The heading in words."), is_nullable=True),
    "goal": Column(
        "int64", N_("Goal"), N_("Number of the Sustainable Development Goal."), vocabulary="goals", words="goal_name"
    ),
    "goal_name": Column("str", N_("Name of the goal"), N_("Short name of the goal, as the United Nations use it.")),
    "is_stated": Column("bool", N_("Stated or not"), N_("Stated in the SDG row, or only mentioned in another row.")),
    "topic": Column(
        "str",
        N_("Topic"),
        N_("Slug of the partnership of the Urban Agenda for the EU."),
        vocabulary="topics",
        words="topic_name",
    ),
    "topic_name": Column("str", N_("Name of the topic"), N_("Name of the partnership.")),
    "event": Column(
        "str",
        N_("Event number"),
        N_("What happened: the same for all activities that tell of one event (plan/position of the first)."),
    ),
    "is_counted": Column(
        "bool",
        N_("Counted"),
        N_("Whether no row above tells of the same: rows that are counted are as many as the activities on the page."),
    ),
    "start_date": Column(
        "str", N_("From"), N_("First date, as precise as the document is."), "ISO 8601", is_nullable=True
    ),
    "end_date": Column("str", N_("To"), N_("Last date, as precise as the document is."), "ISO 8601", is_nullable=True),
    "start_day": Column(
        "datetime64[us]", N_("First day"), N_("First day that the dates cover."), "day", is_nullable=True
    ),
    "end_day": Column("datetime64[us]", N_("Last day"), N_("Last day that the dates cover."), "day", is_nullable=True),
    "precision": Column(
        "category",
        N_("Precision"),
        N_("How precise the coarser date is."),
        values=get_args(Precision),
        words="precision_name",
    ),
    "precision_name": _worded(N_("Precision in words")),
    "activity_kind": Column(
        "category",
        N_("Kind of activity"),
        N_("What kind of thing it is."),
        values=get_args(ActivityKind),
        words="activity_kind_name",
    ),
    "activity_kind_name": _worded(N_("Kind of activity in words")),
    "status": Column(
        "category",
        N_("Status"),
        N_("Done, planned, postponed or cancelled, as the text says; missing where an undated text does not say."),
        values=get_args(Status),
        is_nullable=True,
        words="status_name",
    ),
    "status_name": _worded(N_("Status in words"), is_nullable=True),
    "timing": Column(
        "category",
        N_("Timing"),
        N_("Before, within or after the plan's period; missing where the plan has no period."),
        values=get_args(Timing),
        is_nullable=True,
        words="timing_name",
    ),
    "timing_name": _worded(N_("Timing in words"), is_nullable=True),
    "text": Column("str", N_("Text"), N_("The entry in the document's words."), is_nullable=True),
    "outputs": Column("str", N_("Outputs"), N_("What came of it, joined by semicolons."), is_nullable=True),
    "places": Column("str", N_("Places"), N_("Where it happened, joined by semicolons."), is_nullable=True),
    "cities": Column(
        "str", N_("Cities named"), N_("All cities that the text names, joined by semicolons."), is_nullable=True
    ),
    "is_online": Column("bool", N_("Online"), N_("Whether it happened online.")),
    "source": Column("str", N_("Source"), N_("The page or file that is cited."), is_nullable=True),
    "section": Column(
        "category",
        N_("Section"),
        N_("The list of the record in which it stands."),
        values=SECTIONS,
        words="section_name",
    ),
    "section_name": _worded(N_("Section in words")),
    "code": Column("str", N_("Code"), N_("Kind of finding."), vocabulary="findings", words="code_name"),
    "code_name": _worded(N_("Kind of finding in words")),
    "severity": Column(
        "category",
        N_("Severity"),
        N_("A value missing or wrong, doubtful, or worth a note."),
        values=get_args(Severity),
        words="severity_name",
    ),
    "severity_name": _worded(N_("Severity in words")),
    "field": Column("str", N_("Field"), N_("The value it is about, in the record."), "JSON Pointer", is_nullable=True),
    "message": Column("str", N_("Message"), N_("What is doubtful, contradictory or missing.")),
}

FRAMES: dict[str, FrameSpec] = {
    "plans": FrameSpec(
        N_("Plans"),
        N_("A plan: what one document, or one entry of the register, says."),
        (
            *("plan", "title", "plan_kind", "programme", "lead_city", "lead_side"),
            *("period_start", "period_end", "period_text", "period_first_day", "period_last_day", "period_precision"),
            *("period_edtf", "first_year", "last_year", "last_known_year"),
            *("city_count", "pair_count", "met_count", "theme_count", "goal_count", "activity_count", "finding_count"),
            *("china_population", "europe_population", "china_area_km2", "europe_area_km2"),
            *("themes_statement", "goals_statement", "topics_statement", "document", "document_sha256", "page_count"),
            *("checked", "checked_by", "checked_on"),
        ),
        ("plan",),
        of_selection=("counted_once_count",),
    ),
    "cities": FrameSpec(
        N_("Cities"),
        N_("A city of a plan."),
        (
            *("plan", "position", "city", "name", "written", "side", "is_lead", "region"),
            *("country_code", "country", "latitude", "longitude", "population"),
            *("geonames_id", "iso_3166_2", "nuts_code"),
        ),
        ("plan", "position"),
        of_selection=("city_slug",),
    ),
    "pairs": FrameSpec(
        N_("Pairs"),
        N_("A Chinese and a European city of the same plan."),
        (
            *("plan", "china_city", "europe_city", "link", "province", "country_code", "country", "distance_km"),
            *("china_latitude", "china_longitude", "europe_latitude", "europe_longitude"),
            *("china_geonames_id", "europe_geonames_id", "iso_3166_2", "nuts_code"),
        ),
        ("plan", "china_city", "europe_city"),
        of_selection=("pair_slug",),
    ),
    "themes": FrameSpec(
        N_("Themes"),
        N_("A theme of a plan under one of its categories."),
        ("plan", "position", "label", "detail", "category"),
        ("plan", "position", "category"),
    ),
    "goals": FrameSpec(
        N_("Goals"),
        N_("A Sustainable Development Goal that a plan states or mentions."),
        ("plan", "position", "goal", "goal_name", "goal_uri", "is_stated", "text"),
        ("plan", "position"),
    ),
    "topics": FrameSpec(
        N_("Topics"),
        N_("A topic of the Urban Agenda for the EU that a plan states or mentions."),
        ("plan", "position", "topic", "topic_name", "is_stated", "text"),
        ("plan", "position"),
    ),
    "activities": FrameSpec(
        N_("Activities"),
        N_("Something that happened or is to happen, as one plan tells it."),
        (
            *("plan", "position", "event", "start_date", "end_date", "start_day", "end_day", "precision"),
            *("activity_kind", "status", "timing", "text", "outputs", "places", "cities", "is_online", "source"),
        ),
        ("plan", "position"),
        of_selection=("is_counted",),
    ),
    "results": FrameSpec(
        N_("Results"),
        N_("A result or benefit that a plan expects."),
        ("plan", "position", "text"),
        ("plan", "position"),
    ),
    "statements": FrameSpec(
        N_("Statements"),
        N_("A focus, challenge, objective, contact, note, or piece of unplaced text of a plan."),
        ("plan", "section", "position", "text"),
        ("plan", "section", "position"),
    ),
    "findings": FrameSpec(
        N_("Findings"),
        N_("Something in a document that is doubtful, contradictory or missing."),
        ("plan", "position", "code", "severity", "field", "message"),
        ("plan", "position"),
    ),
    "sources": FrameSpec(
        N_("Sources"), N_("A page or file that a plan cites."), ("plan", "position", "source"), ("plan", "position")
    ),
}
