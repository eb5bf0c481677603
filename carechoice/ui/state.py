"""The few session keys that are no inputs. Inputs have their field's name and belong to widgets."""

COMPARISON = "comparison"
UNUSED_LINK_VALUES = "unused_link_values"
PLAIN_SLIDERS = "plain_sliders"
SCREEN = "screen"
