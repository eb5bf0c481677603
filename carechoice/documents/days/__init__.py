"""Days that a paper names: of a plan, of one of its years, of a benefit."""
