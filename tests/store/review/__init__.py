"""What officers say after looking."""
