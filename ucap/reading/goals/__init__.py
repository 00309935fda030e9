"""Goals and topics, and the ways to cite them."""
