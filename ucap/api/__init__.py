"""The HTTP API: what the pages show and export, for programs. It only reads, and knows no Streamlit."""
