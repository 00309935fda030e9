"""Reading: the rules that turn rows of label and cells into a plan record."""

from ucap.reading.door import read
from ucap.reading.ledger import contradictions, covers, template_spans_of, uncovered
from ucap.reading.record import read_document

__all__ = ["contradictions", "covers", "read", "read_document", "template_spans_of", "uncovered"]
