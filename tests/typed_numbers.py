"""Numbers as people type them: field, what is typed, what is meant, or which sentence asks."""

UNCLEAR = "typed.unclear"
BOUNDS = "typed.bounds"
STEPS = "typed.bounds.steps"

MEANT = [
    # Decimals with a comma, as much of the world writes them.
    ("therapy_hours_per_week", "0,5", 0.5),
    ("therapy_hours_per_week", "1,5", 1.5),
    ("therapy_hours_per_week", "2,25", 2.25),
    ("therapy_hours_per_week", ",5", 0.5),
    ("therapy_price_usd", "130,23", 130.23),
    # With a point, as in the US.
    ("therapy_hours_per_week", "0.5", 0.5),
    ("therapy_hours_per_week", ".5", 0.5),
    ("therapy_hours_per_week", "0.500", 0.5),
    ("therapy_price_usd", "130.23", 130.23),
    # Thousands.
    ("deductible_usd", "1,000", 1000),
    ("deductible_usd", "1,234", 1234),
    ("deductible_usd", "$1,886", 1886),
    ("deductible_usd", "$ 1,886.50", 1886.5),
    ("deductible_usd", "1 886", 1886),
    ("deductible_usd", "1\u00a0886,50", 1886.5),
    ("deductible_usd", "1\u202f886", 1886),
    ("deductible_usd", "1.886,50", 1886.5),
    ("deductible_usd", "10,000", 10000),
    ("deductible_usd", "0", 0),
    # The input's own unit.
    ("plan_pays_percent", "80%", 80),
    ("plan_pays_percent", " 80 % ", 80),
    ("therapy_hours_per_week", "2 h", 2),
    ("therapy_hours_per_week", "1 hour", 1),
    ("therapy_hours_per_week", "1,5 Hours", 1.5),
    ("iop_weeks", "6 weeks", 6),
    ("therapy_sessions", "18 sessions", 18),
    ("therapy_session_minutes", "60 min", 60),
    ("iop_weeks", "08", 8),
    # The unit as people write it otherwise.
    ("deductible_usd", "500 dollars", 500),
    ("deductible_usd", "1 Dollar", 1),
    ("deductible_usd", "1,500 USD", 1500),
    ("deductible_usd", "usd 1.500,50", 1500.5),
    ("deductible_usd", "US$ 500", 500),
    ("deductible_usd", "500 $", 500),
    ("deductible_usd", "$500 dollars", 500),
    ("plan_pays_percent", "80 percent", 80),
    ("therapy_hours_per_week", "1 hr", 1),
    ("therapy_hours_per_week", "2.5hrs", 2.5),
    ("therapy_session_minutes", "60 mins", 60),
    ("therapy_sessions", "18 visits", 18),
    ("iop_weeks", "6 wks", 6),
]

ASKED = [
    # 1886 in Berlin, 1 dollar 89 in Boston.
    ("deductible_usd", "1.886", UNCLEAR),
    ("therapy_price_usd", "130.230", UNCLEAR),
    ("therapy_hours_per_week", "1.500", UNCLEAR),
    # A thousand hours would be too many; a thousandth is never meant.
    ("therapy_hours_per_week", "1,000", BOUNDS),
    ("therapy_hours_per_week", "0,125", UNCLEAR),
    ("deductible_usd", "1,0000", UNCLEAR),
    ("deductible_usd", "18,86,00", UNCLEAR),
    ("deductible_usd", "1,886.50.2", UNCLEAR),
    ("deductible_usd", "1 88", UNCLEAR),
    ("deductible_usd", "5,", UNCLEAR),
    ("deductible_usd", "1e3", UNCLEAR),
    ("deductible_usd", "0x10", UNCLEAR),
    ("deductible_usd", "\u0665", UNCLEAR),
    ("deductible_usd", "about 500", UNCLEAR),
    ("deductible_usd", "500 or 600", UNCLEAR),
    ("deductible_usd", "500-600", UNCLEAR),
    ("deductible_usd", "Infinity", UNCLEAR),
    ("deductible_usd", "$", BOUNDS),
    ("deductible_usd", "80%", UNCLEAR),
    ("plan_pays_percent", "$80", UNCLEAR),
    ("iop_weeks", "6 h", UNCLEAR),
    ("therapy_hours_per_week", "90 min", UNCLEAR),
    ("deductible_usd", "dollars", BOUNDS),
    ("deductible_usd", "$1,500/$3,000", UNCLEAR),
    ("deductible_usd", "500 euros", UNCLEAR),
    ("plan_pays_percent", "80 dollars", UNCLEAR),
    ("plan_pays_percent", "180%", BOUNDS),
    ("deductible_usd", "-5", BOUNDS),
    ("therapy_sessions", "7,5", STEPS),
    ("therapy_sessions", "7.5", STEPS),
    ("therapy_sessions", "1,000", STEPS),
    ("iop_weeks", "", STEPS),
]
