"""What prepares a meeting: what is new, who should meet, the kit, notes and saved views."""
