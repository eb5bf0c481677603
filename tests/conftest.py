"""What holds for every test: the day, and that no test is decided by time or by chance."""

import os

from hypothesis import HealthCheck, settings
from scenarios import TODAY

from carechoice.inputs import clock

# Also for the servers that tests start, which take the environment over.
os.environ[clock.VARIABLE] = TODAY.isoformat()

# A busy machine is slow, and that is no fault of ours. Where nobody sits in front of it, the same
# code draws the same examples, so that a change fails for what it changed.
settings.register_profile(
    "house",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("house")
