"""Tests of documents: from bytes to rows of label and cells."""
