"""PDF: positioned words back into the rows of the table, and passages back to their places on the page."""
