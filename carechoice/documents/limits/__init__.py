"""What a line says of a deductible or an out-of-pocket maximum, as values of the inputs."""
