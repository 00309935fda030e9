"""Activities, with the date and place that lead into them."""
