"""What people take along.

In the order of the page: scenario, handout, slides, estimate, kept, numbers. The sheet for a call
is on "Your bill".
"""
