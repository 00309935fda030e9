"""What officers say after looking: wordings that the reader is taught, plans that are signed off as checked."""
