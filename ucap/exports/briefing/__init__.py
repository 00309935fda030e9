"""A briefing of the selection as slides: native shapes, charts and tables that stay editable in PowerPoint."""
