"""What changed since a version of the data, and what was made of one version kept for the next start."""
