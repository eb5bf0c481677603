"""The few session keys that are no inputs. Inputs have their field's name and belong to widgets."""

COMPARISON = "comparison"
# Sentences about the link the visit began with: what of it was not used, what has changed since.
OPENING_NOTES = "opening_notes"
PLAIN_SLIDERS = "plain_sliders"
PINS = "pins"
SCREEN = "screen"
# The last move of each live slider, which the page answers.
MOVES = "moves"
# What inputs held before the plan's answers, by field, and whether the person had given it.
BEFORE_ANSWER = "before_answer"
# Random bytes that calendar files of this visit take their identifiers from.
CALENDAR_KEY = "calendar_key"
# This session, as the browser knows it; the visit it goes on from; the last handing over; its runs.
VISIT = "visit"
FOLLOWS = "follows"
HANDED_OVER = "handed_over_last"
RUNS = "runs"
# What the browser's inputs held when the session began.
FOUND = "found"
# The file whose inputs were taken over.
TAKEN_FILE = "taken_file"
