"""What one thread frees, another uses: all have one heap."""

import ctypes
import subprocess
import sys

import pytest
from running_server import ROOT

# The C library writes what it holds, a <heap> for each, to its standard error.
COUNTED = """
import ctypes, sys
from threading import Barrier, Thread
from carechoice.web.lifetime.one_heap import use_one_heap

if sys.argv[1] == "one":
    use_one_heap()
library, both_hold = ctypes.CDLL(None), Barrier(2)
library.malloc.restype = ctypes.c_void_p

def hold():
    library.malloc(50_000)
    both_hold.wait()

threads = [Thread(target=hold) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
library.malloc_info(0, ctypes.c_void_p.in_dll(library, "stderr"))
"""


def heaps(how_many):
    command = [sys.executable, "-c", COUNTED, how_many]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stderr
    return said.count("<heap nr=")


@pytest.mark.skipif(
    not hasattr(ctypes.CDLL(None), "malloc_info"),
    reason="Only the GNU C library has a heap for each thread and says how many there are.",
)
def test_two_threads_share_a_heap_where_each_would_have_its_own():
    assert heaps("many") == 3
    assert heaps("one") == 1
