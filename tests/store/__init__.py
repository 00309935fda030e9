"""The store: documents kept, corrected, lost by nobody."""
