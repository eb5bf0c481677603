"""Streamlit parts that every page uses; those of our own stand in components."""
