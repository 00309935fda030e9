"""The meeting kit of a city or pair: a short deck, a brief of two pages, the calendar and the table."""
