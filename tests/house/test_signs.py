"""Signs of writing: each is written in one way, in all that is read."""

import csv
from itertools import chain
from pathlib import Path


def test_apostrophes_and_quotes_are_of_one_kind():
    data = Path(__file__).parents[2] / "data"
    for path in (*data.glob("words/*/*.csv"), data / "sources.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            texts = chain.from_iterable(csv.reader(file))
            assert not [text for text in texts if "'" in text or '"' in text], path
