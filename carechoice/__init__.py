"""CareChoice: weekly individual therapy or an intensive outpatient program, compared fairly.

The packages, to be read in this order; each imports from those before it only:

turns, insurance, catalog, language, documents, price_files, inputs, comparison, drawing, ui,
topics, present, files, web, setup.
"""
