"""Files of a selection: what is exported is what is selected, in the same order and with the same numbers."""
