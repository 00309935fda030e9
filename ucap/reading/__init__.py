"""Reading: the rules that turn rows of label and cells into a plan record."""

from ucap.reading.door import read
from ucap.reading.record import read_document, template_spans_of

__all__ = ["read", "read_document", "template_spans_of"]
