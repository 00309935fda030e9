"""Plans to frames."""
