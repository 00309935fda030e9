"""Urban Cooperation Action Plans: from documents to data, and from data to pictures and files.

The way through is one direction, and so are the imports:
documents -> reading -> plans -> store -> frames -> selection -> charts, exports -> pages.
"""
