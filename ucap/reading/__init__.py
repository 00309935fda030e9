"""Reading: the rules that turn rows of label and cells into a plan record."""
