"""The pieces of the page To check by which officers judge what is doubtful and teach the reader."""
