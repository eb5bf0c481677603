"""Text of a portal, a letter or a verification of benefits: line by line, then a paper."""
