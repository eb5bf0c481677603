"""What people take along: handout, slides, workbook, CSV, QR code, kept scenarios."""
