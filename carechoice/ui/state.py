"""The few session keys of our own. Inputs have their field's name and belong to widgets."""

COMPARISON = "comparison"
UNUSED_LINK_VALUES = "unused_link_values"
