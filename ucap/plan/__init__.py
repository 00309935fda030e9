"""The plan record: its fields, how to point into it, name its parts and put them in words."""
