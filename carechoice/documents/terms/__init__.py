"""What a line says of a service: what the patient owes for a visit, as values of the inputs."""
