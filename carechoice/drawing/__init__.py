"""What a chart is, and what all charts share."""
