"""Selection and coverage."""
