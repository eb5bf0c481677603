"""The slides: one comparison, or kept scenarios side by side, as a PowerPoint file."""
