"""Streamlit parts the pages share. Streamlit is imported here and in pages/ only."""
