"""What people take along.

In the order of the page: scenario, documents, estimate, kept, numbers; the sheet for a call on
"Your bill".
"""
