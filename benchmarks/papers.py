"""How summaries of benefits and coverage are read: right, asked or wrong, by document and field.

`make score` prints it for the drawn ones; `make score FOLDER=...` for a folder of PDFs, too, as far
as its printed.csv says what a biller reads in them (name of the file, printed).
"""

import csv
import sys
from collections import Counter, defaultdict
from os import times
from pathlib import Path
from time import perf_counter

from summaries import as_printed, summaries

from carechoice.documents.opened import read_paper
from carechoice.inputs.clock import today

KINDS = ("right", "asked", "wrong")
LEAST_READ_PERCENT = 80


def main(folder=None):
    documents = [(each.name, each.pdf, each.printed) for each in summaries()]
    documents += _in_folder(Path(folder)) if folder else []
    by_document, by_field, seconds = {}, defaultdict(Counter), []
    for name, pdf, printed in documents:
        start, worked = perf_counter(), _worked_seconds()
        paper = read_paper(pdf, today=today())
        seconds.append((perf_counter() - start, _worked_seconds() - worked))
        found = {each.field: as_printed(each) for each in paper.read}
        kinds = {field: kind(found.get(field), printed.get(field)) for field in {*found, *printed}}
        by_document[name] = Counter(kinds.values())
        for field, each in kinds.items():
            by_field[field][each] += 1
    total = sum(by_document.values(), Counter())
    _print("document", by_document)
    _print("field", {**dict(sorted(by_field.items())), "all": total})
    read_percent = 100 * total["right"] / total.total()
    waited, worked = map(_p95, zip(*seconds, strict=True))
    print(f"\n{read_percent:.0f} % of what is printed is read")
    print(f"p95 of a document: {waited:.2f} s, {worked:.2f} s of them at work")
    return 0 if not total["wrong"] and read_percent >= LEAST_READ_PERCENT else 1


def kind(found, printed):
    """How a value was read; whether it is sure is not counted here."""
    if found is None:
        return "asked"
    return "right" if printed and found.rstrip("?") == printed.rstrip("?") else "wrong"


def _worked_seconds():
    """What this process and those it started have worked, which other work does not lengthen."""
    return sum(times()[:4])


def _p95(seconds):
    return sorted(seconds)[round(0.95 * (len(seconds) - 1))]


def _in_folder(folder):
    with (folder / "printed.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            printed = dict(each.split("=") for each in row["printed"].split())
            yield row["name"], (folder / row["name"]).read_bytes(), printed


def _print(title, rows):
    width = max(map(len, rows))
    print(f"\n{title:{width}} {' '.join(f'{kind:>6}' for kind in KINDS)}")
    for name, counts in rows.items():
        print(f"{name:{width}} {' '.join(f'{counts[kind]:6}' for kind in KINDS)}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
