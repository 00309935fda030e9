"""Data catalogues find what they need: what DCAT-AP makes mandatory, every format and every column."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from pyshacl import validate
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from tests.exports.samples import PAIR, view_of
from ucap.exports import FORMATS
from ucap.exports.catalogue import catalogue
from ucap.frames.columns import FRAMES

DCAT, DCT = Namespace("http://www.w3.org/ns/dcat#"), Namespace("http://purl.org/dc/terms/")
SITE = "https://ucap.example/"
# What DCAT-AP 3.0 makes mandatory for a catalogue, a dataset, a distribution and an agent, and the kinds of its values:
# https://semiceu.github.io/DCAT-AP/releases/3.0.0/
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix schema: <https://schema.org/> .
[] a sh:NodeShape ; sh:targetClass dcat:Catalog ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:datatype rdf:langString ; sh:uniqueLang true ] ,
    [ sh:path dct:description ; sh:minCount 1 ; sh:datatype rdf:langString ; sh:uniqueLang true ] ,
    [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ] ,
    [ sh:path dcat:dataset ; sh:minCount 1 ; sh:class dcat:Dataset ] .
[] a sh:NodeShape ; sh:targetClass dcat:Dataset ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:uniqueLang true ] ,
    [ sh:path dct:description ; sh:minCount 1 ; sh:uniqueLang true ] ,
    [ sh:path dct:publisher ; sh:maxCount 1 ; sh:class foaf:Agent ] ,
    [ sh:path dcat:theme ; sh:nodeKind sh:IRI ] , [ sh:path dct:language ; sh:nodeKind sh:IRI ] ,
    [ sh:path dcat:landingPage ; sh:nodeKind sh:IRI ] ,
    [ sh:path dct:provenance ; sh:class dct:ProvenanceStatement ] ,
    [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ] ,
    [ sh:path schema:name ; sh:minCount 1 ] , [ sh:path schema:description ; sh:minCount 1 ] ,
    [ sh:path schema:distribution ; sh:class schema:DataDownload ] .
[] a sh:NodeShape ; sh:targetClass dcat:Distribution ;
  sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dcat:downloadURL ; sh:nodeKind sh:IRI ] , [ sh:path dct:format ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dcat:mediaType ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dct:license ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path schema:contentUrl ; sh:minCount 1 ] .
[] a sh:NodeShape ; sh:targetClass foaf:Agent ; sh:property [ sh:path foaf:name ; sh:minCount 1 ] .
"""


def described() -> dict[str, Any]:
    return catalogue(view_of(PAIR).frames, SITE, date(2026, 11, 22))


def graph_of(node: dict[str, Any]) -> Graph:
    return Graph().parse(data=json.dumps(node), format="json-ld")


def faults(graph: Graph) -> str:
    conforms, _report, text = validate(graph, shacl_graph=Graph().parse(data=SHAPES, format="turtle"))
    return "" if conforms else str(text)


@pytest.mark.parametrize("licence", ["", "CC BY 4.0 https://creativecommons.org/licenses/by/4.0/"])
def test_the_description_keeps_to_the_shapes_of_dcat_ap(monkeypatch: pytest.MonkeyPatch, licence: str) -> None:
    monkeypatch.setenv("UCAP_DATA_LICENCE", licence)
    assert faults(graph_of(described())) == ""


def test_a_description_without_a_title_does_not() -> None:
    """The shapes look: a judge that accepts everything would be none."""
    node = described()
    del node["@graph"][1]["dct:title"]
    assert "dct:title" in faults(graph_of(node))


def test_each_format_is_a_distribution_at_its_address_and_each_column_a_variable() -> None:
    graph = graph_of(described())
    found = {str(one) for one in graph.objects(None, DCAT.downloadURL)}
    assert found == {f"{SITE}api/exports/{key}" for key in FORMATS}
    assert len(list(graph.subjects(RDF.type, DCAT.Distribution))) == len(FORMATS)
    names = {row["schema:name"] for row in described()["@graph"][1]["schema:variableMeasured"]}
    assert names == {f"{name}.{column}" for name, spec in FRAMES.items() for column in spec.in_files}
