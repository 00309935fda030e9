"""What kind of thing an activity is."""

import pytest

from ucap.vocabulary import activity_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Panjin representatives participated IUC Asia Cluster meeting in Brussels", "meeting"),
        ("Panjin representatives participated IUC-Yangzhou Horticulture Expo online matching event", "event"),
        ("Visit of WM and Coventry University Enterprise: MoU with Capital Group", "visit"),
        ("IUC Project Launch Event at the premise of the European Union Delegation to China.", "event"),
        ("EU mission to China. City exchange workshop in Tianjin", "meeting"),
        ("EU mission to China", "visit"),
        ("Signing of the cooperation agreement during the Guilin tourism forum", "agreement"),
        ("Training of boat crews, 62 persons.", "training"),
        ("Pilot shipment of 4,000 parcels through the port of Varna.", "project"),
        ("Joint report on the reuse of brick warehouses published in Chinese", "publication"),
        ("For previous activities with European cities, please see www.world-cities.eu", "other"),
        ("", "other"),
    ],
)
def test_the_first_cue_that_is_not_weak_decides(text: str, kind: str) -> None:
    assert activity_kind(text) == kind
