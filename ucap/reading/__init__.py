"""Reading: the rules that turn rows of label and cells into a plan record."""

from ucap.reading.coverage import contradictions, covers, uncovered
from ucap.reading.door import read
from ucap.reading.record import read_document
from ucap.reading.template import template_spans_of

__all__ = ["contradictions", "covers", "read", "read_document", "template_spans_of", "uncovered"]
