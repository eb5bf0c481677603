"""A centre's own numbers as one workbook: written, checked, put into its data folder."""
