"""What is kept for meetings beside the plans: notes, proposals and saved views."""
