"""The scenario on a site of the centre's own, in a frame."""
