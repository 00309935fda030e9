"""Charts: plain functions of a scene that give a figure, a sentence and a table. They know nothing of any page."""
