"""A report of the selection: one HTML page with its charts, plans and tables, which opens without a network."""
