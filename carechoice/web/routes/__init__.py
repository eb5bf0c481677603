"""What our own addresses answer: pages, the plain form, and the JSON routes."""
