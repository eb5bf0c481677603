"""What a stranger would check in what pages say, against the comparison's JSON."""
