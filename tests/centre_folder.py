"""A centre's own data folder: some of our tables with rows added, and words of its own."""

import csv

from carechoice.catalog.in_use import catalog
from carechoice.catalog.load import DEFAULT_FOLDER, BadDataError, load
from carechoice.web.checks.needs import unmet

# What a centre says of a pathway of its own: therapy first, a program of four weeks, therapy again.
ROUND_WORDS = """third_path.round,"Therapy, four weeks of IOP, therapy"
option.round,"Therapy, a short IOP, therapy"
option.round.short,Round
answer.option.round,"**A round** takes {phases}, and costs you **{cost}**."
answer.option.round.below,"**A round with few hours** takes {phases}, and costs you **{cost}**."
answer.option.round.above,"**A round with many hours** takes {phases}, and costs you **{cost}**."
level.caption.option.round,"Later you go to {then_hours} a week, which is {then_level}."
cost.caption.range.round,{range} for all three parts
running.caption.round,All three parts come to {cost} by {end}.
note.during.round,the three parts
topics.third.round,"First as in therapy, then as in the IOP, then as in therapy."
course.caption.round,The three parts are {visits} {when}.
course.holidays.round,"In the three parts {falls}: {days}."
ics.download.round,Download dates: all three parts
"""


def own_folder(folder, added, words=""):
    """A folder with some of our tables, each with rows changed; ``words`` are rows of words."""
    folder.mkdir()
    for name, change in added.items():
        with (DEFAULT_FOLDER / name).open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
            columns = list(rows[0])
        with (folder / name).open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(change(rows))
    (folder / "words/en").mkdir(parents=True)
    (folder / "words/en/ours.csv").write_text("key,text\n" + words, encoding="utf-8")
    return folder


def with_a_way(key, phases):
    """The rows of paths.csv and a pathway of the centre's own."""
    return lambda rows: [*rows, {**rows[-1], "key": key, "phases": phases}]


def without(*keys):
    """The rows of a table but for those with these keys."""
    return lambda rows: [row for row in rows if row["key"] not in keys]


def with_options(field, options):
    """The rows of parameters.csv with these options of a choice."""
    return lambda rows: [
        {**row, "options": options} if row["key"] == field else row for row in rows
    ]


def without_plan(plan):
    return {
        "plans.csv": without(plan),
        "plan_terms.csv": lambda rows: [row for row in rows if row["plan"] != plan],
    }


def problems_of(folder):
    """What the start says of this folder laid over our data."""
    try:
        return unmet(load([folder, DEFAULT_FOLDER]), catalog())
    except BadDataError as error:
        return list(error.problems)
