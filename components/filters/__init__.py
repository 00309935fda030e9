"""The filters: the sidebar with its facets, and the line of what is applied."""
