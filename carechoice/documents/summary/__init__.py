"""A summary of benefits and coverage (SBC), the federal form, as a PDF."""
