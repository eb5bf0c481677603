"""CareChoice: weekly individual therapy or an intensive outpatient program, compared fairly."""
