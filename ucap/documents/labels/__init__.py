"""The template's labels and how they are found in text."""
