"""Cities and pairs: their addresses, what there is to say of them, side by side, and who should meet."""
