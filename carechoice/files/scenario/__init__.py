"""The scenario as a link, a QR code and a file."""
