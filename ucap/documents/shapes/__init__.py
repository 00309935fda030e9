"""One module for each shape in which documents come."""
