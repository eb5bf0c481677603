"""The visits of a scenario: on which days, at which price, and how the engine is given them."""
