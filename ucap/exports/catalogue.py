"""What there is to be had, as data catalogues read it: DCAT-AP 3 and schema.org in one JSON-LD, from the dictionary.

https://semiceu.github.io/DCAT-AP/releases/3.0.0/ and https://schema.org/Dataset; EU vocabularies as DCAT-AP asks.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from ucap.exports.credits import credits, licence, licence_address
from ucap.exports.formats import FORMATS
from ucap.frames.columns import COLUMNS, FRAMES
from ucap.frames.frames import Frames
from ucap.wording import LANGUAGES, N_, _, in_language

Node = dict[str, Any]
_LANGUAGES = {"en": "ENG", "zh": "ZHO"}
_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TITLE = N_("Urban Cooperation Action Plans")
_ABOUT = N_("Which European and Chinese cities work together, on what, for which goals, and what came of it.")


def catalogue(frames: Frames, site: str, day: date) -> Node:
    """The catalogue of the dashboard at an address (with a slash at its end): one dataset, a file in each format.

    The same nodes are typed for DCAT and for schema.org, so that a harvester of either finds all it knows.
    """
    dataset = {
        "@id": f"{site}api/#data",
        "@type": ["dcat:Dataset", "schema:Dataset"],
        **_both("dct:title", "schema:name", _in_all(_TITLE)),
        **_both("dct:description", "schema:description", _in_all(_ABOUT)),
        **_both("dct:publisher", "schema:publisher", {"@id": f"{site}#publisher"}),
        **_both("dct:identifier", "schema:identifier", f"urn:sha256:{frames.fingerprint}"),
        **_both("dct:modified", "schema:dateModified", {"@value": day.isoformat(), "@type": "xsd:date"}),
        **_both("dcat:version", "schema:version", frames.fingerprint),
        **_both("dcat:landingPage", "schema:url", {"@id": site}),
        "dct:language": [{"@id": f"{_AUTHORITY}language/{code}"} for code in _LANGUAGES.values()],
        "dcat:theme": [{"@id": f"{_AUTHORITY}data-theme/{code}"} for code in ("INTR", "REGI")],
        "dct:provenance": {"@type": "dct:ProvenanceStatement", "dct:description": list(map(str, credits()))},
        **_terms(),
        "schema:isAccessibleForFree": True,
        "schema:variableMeasured": _variables(),
        **_both("dcat:distribution", "schema:distribution", [_distribution(key, site) for key in FORMATS]),
    }
    return {
        "@context": _CONTEXT,
        "@graph": [
            {
                "@id": f"{site}api/#catalogue",
                "@type": ["dcat:Catalog", "schema:DataCatalog"],
                **_both("dct:title", "schema:name", _in_all(_TITLE)),
                **_both("dct:description", "schema:description", _in_all(_ABOUT)),
                "dct:publisher": {"@id": f"{site}#publisher"},
                **_both("dcat:dataset", "schema:dataset", {"@id": dataset["@id"]}),
            },
            dataset,
            _publisher(site),
        ],
    }


def _both(dcat: str, schema: str, value: Any) -> Node:
    """One value under the property of either vocabulary."""
    return {dcat: value, schema: value}


def _in_all(message: str) -> list[Node]:
    """A text in each language of the product."""
    return [{"@value": in_language(spoken, _, message), "@language": spoken} for spoken in LANGUAGES]


def _publisher(site: str) -> Node:
    name = "U-CAP dashboard"
    return {"@id": f"{site}#publisher", "@type": ["foaf:Agent", "schema:Organization"]} | _both(
        "foaf:name", "schema:name", name
    )


def _terms() -> Node:
    """The licence: its address where one is stated, and what is said of it in any case."""
    address = licence_address()
    said = {"dct:rights": {"@type": "dct:RightsStatement", "dct:description": licence()}}
    return said | ({"schema:license": {"@id": address}} if address else {})


def _distribution(key: str, site: str) -> Node:
    chosen, address = FORMATS[key], {"@id": f"{site}api/exports/{key}"}
    node = {
        "@id": f"{site}api/exports/{key}#file",
        "@type": ["dcat:Distribution", "schema:DataDownload"],
        **_both("dct:title", "schema:name", _in_all(chosen.label)),
        "dcat:accessURL": address,
        **_both("dcat:downloadURL", "schema:contentUrl", address),
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{chosen.media_type}"},
        "schema:encodingFormat": chosen.media_type,
        "dct:format": {"@id": f"{_AUTHORITY}file-type/{chosen.extension.rpartition('.')[2].upper()}"},
    }
    stated = licence_address()
    return node | ({"dct:license": {"@id": stated}} if stated else {})


def _variables() -> list[Node]:
    """Each column of each table as schema.org has it."""
    return [
        {
            "@type": "schema:PropertyValue",
            "schema:name": f"{name}.{column}",
            "schema:description": COLUMNS[column].description,
            **({"schema:unitText": COLUMNS[column].unit} if COLUMNS[column].unit else {}),
        }
        for name, spec in FRAMES.items()
        for column in spec.in_files
    ]
