"""The inputs as a page draws them, each as its row in the catalog says."""
