"""Reading in separate processes."""
