"""Cities, regions and countries of a plan."""
