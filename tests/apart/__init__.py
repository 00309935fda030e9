"""Reading in processes apart."""
