"""A centre set up from nothing, by what docs/centre.md says and by the commands it names."""

import re
from urllib.request import urlopen

from openpyxl import load_workbook
from running_server import PATIENCE_SECONDS, ROOT, running_server

from carechoice.__main__ import main

NOTES = ROOT / "docs/centre.md"
MOST_STEPS = 12
SPELLED = {9: "nine", 10: "ten", 11: "eleven", 12: "twelve"}
STEPS = re.compile(r"^\d+\. (.+)$", re.MULTILINE)
# What a person types into the sheets, below the examples: three programs, five payers, two sites.
TYPED = {
    "Centre": [{"Name": "Our house", "Color": "#1F5558", "First program": "Evening track"}],
    "Sites": [{"Name": "North", "State": "MA"}, {"Name": "South"}],
    "Programs": [
        {"Name": "Evening track", "Site": "North", "Place": "in person", "Days": "Mon, Wed, Thu",
         "Starts at": "17:30", "Hours a day": 3, "Weeks": 8, "Price a day ($)": 425},
        {"Name": "Day track", "Site": "North", "Place": "in person", "Days": "Mon, Tue, Wed, Thu",
         "Starts at": "9:00", "Hours a day": 3, "Weeks": 6, "Price a day ($)": 450},
        {"Name": "Online track", "Site": "South", "Place": "online", "Days": "Tue, Thu",
         "Starts at": "18:00", "Hours a day": 2, "Weeks": 10, "Price a day ($)": 300},
    ],
    "Payers": [
        {"Payer": payer, "Plan": plan, "Network of therapy": "in network",
         "Network of the program": network, "Therapy, 60 minutes ($)": session,
         "Program day ($)": day}
        for payer, plan, network, session, day in (
            ("First payer", None, "in network", 140, 320),
            ("Second payer", None, "in network", 133.5, 310),
            ("Third payer", "HMO", "in network", 125, 305),
            ("Third payer", "PPO", "in network", 138, 330),
            ("Fourth payer", None, "out of network", 131, None),
        )
    ],
    "Therapists": [{"Minutes": 60, "Price ($)": 190}],
}  # fmt: skip


def steps():
    """The steps that the notes for a centre name."""
    notes = NOTES.read_text(encoding="utf-8")
    part = notes.partition("## A workbook\n")[2].partition("\nIf somebody else")[0]
    return STEPS.findall(part)


def commands():
    """The commands in them, in order, as a person types them."""
    return [
        found
        for step in steps()
        for found in re.findall(r"`\.venv/bin/python -m carechoice (.+?)`", step)
    ]


def fill_in(file):
    """Type into the sheets, each column found by its name in the first row."""
    book = load_workbook(file)
    for title, rows in TYPED.items():
        sheet = book[title]
        places = {cell.value.removesuffix(" *"): cell.column for cell in sheet[1]}
        for number, row in enumerate(rows, start=3):
            for name, value in row.items():
                sheet.cell(number, places[name]).value = value
    book.save(file)


def has_its_mistake_told(file, capsys):
    """Write an amount as people do, read what is told of it, and correct it."""
    book = load_workbook(file)
    for typed, code in (("$425", 1), ("425", 0)):
        book["Programs"]["H3"] = typed
        book.save(file)
        assert main(["check", str(file)]) == code
    assert capsys.readouterr().err.splitlines()[1] == (
        "  Programs, row 3, column H (Price a day ($)): '$425' has a currency sign. Write 425."
    )


def test_the_notes_lead_from_nothing_to_a_running_server(tmp_path, capsys, monkeypatch):
    assert len(steps()) <= MOST_STEPS
    assert f"in {SPELLED[len(steps())]} steps" in NOTES.read_text(encoding="utf-8")
    asked = [command.split() for command in commands()]
    assert [each[0] for each in asked] == ["centre", "check", "preview", "use"]
    file, folder = tmp_path / "ours.xlsx", tmp_path / "ours"
    monkeypatch.chdir(tmp_path)
    for name, *paths in asked:
        assert main([name, *paths]) == 0, capsys.readouterr().err
        if name == "centre":
            fill_in(file)
            has_its_mistake_told(file, capsys)
    assert "`CARECHOICE_DATA=ours make run`" in steps()[-1]
    told = capsys.readouterr().out
    # What the sheet says was agreed on, and the centre's own prices.
    assert "Evening track, First payer: session $140; program day $320;" in told
    assert "Evening track, without insurance: session $190; program day $425;" in told
    # Each of three programs with each of five payers, and without one.
    assert told.count("program in all") == 18
    with running_server(CARECHOICE_DATA=str(folder)) as address:
        page = urlopen(address, timeout=PATIENCE_SECONDS).read().decode()
        assert urlopen(f"{address}/readyz", timeout=PATIENCE_SECONDS).read() == b"ok"
    assert "<title>Compare · CareChoice · Our house</title>" in page
    # Three evenings of three hours for eight weeks, already picked.
    assert re.search(r'<option value="evening_track" selected>', page)
    assert "72 hours" in page
