"""What the framework and its server do otherwise than our pages need, and have no setting for."""
