"""The story of a selection, slide by slide, as a meeting sees it on the screen."""
