"""Streamlit parts that every page uses; our own components are in components/."""
