"""The steps from one form of the tables to the next, and the function that runs those that a database lacks."""
