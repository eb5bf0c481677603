"""A crash leaves nothing of anyone on a disk."""

import resource

import app  # noqa: F401, which begins as a server does


def test_a_process_that_crashes_leaves_no_dump_of_its_memory():
    """Without that, a dump of 182 MB had the deductible that a page was asked with 29 times."""
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
