"""Streamlit parts that every page uses."""
