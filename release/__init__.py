"""What a release is checked for and hands on: the same packages again, licences, a list of all."""
