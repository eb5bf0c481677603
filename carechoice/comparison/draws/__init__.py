"""The bill in many scenarios at once, drawn over what is not known of prices and of the plan."""
