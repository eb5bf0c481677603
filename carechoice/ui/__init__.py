"""Streamlit parts that every page uses; our own components are in components/.

``stage.py`` draws what stands around a page. The packages: components, session, inputs.
"""
