"""An eligibility answer (271), as X12 or as a clearinghouse's JSON: its benefits, then a paper."""
