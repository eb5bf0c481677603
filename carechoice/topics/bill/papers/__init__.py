"""A paper of the plan: where it is added, and what it offers for the inputs."""
