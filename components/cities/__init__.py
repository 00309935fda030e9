"""The page of cities: the list, a city, a pair."""
