"""Cells of a centre's tables: read as staff write them, or refused with what to write instead.

Each reader takes the text of a cell and raises ValueError with a sentence that names what stands
there. Nothing is guessed: an amount that could be two is refused with the form that is clear.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from unicodedata import category

from carechoice.catalog.fixed_hours import DAYS
from carechoice.catalog.outside_text import MORE_THAN_TEXT, SHAPELESS
from carechoice.catalog.rounding import half_up
from carechoice.catalog.time_units import MINUTES_PER_DAY, MINUTES_PER_HOUR
from carechoice.catalog.values import YES_NO
from carechoice.catalog.weekdays import ANY_DAY, CHOICES

LONGEST_NAME = 60
LONGEST_REMARK = 300
# What pages read as more than text, and what stands between parts of a list.
MARKS = "[]<>*_`|\\"
# Names of files have low lines, which whoever shows a remark leaves as they are.
MARKS_OF_A_REMARK = MARKS.replace("_", "")
# Kinds of signs that a line cannot show: controls, line ends, halves of signs.
NOT_SHOWN = ("Cc", "Zl", "Zp", "Cs")
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
# What people write where there is nothing to write, and where nothing is paid.
DASHES = ("-", "--", "---", "\u2013", "\u2014", "...", "\u2026", "?", "??")
NOTHING = frozenset((*DASHES, "n/a", "n.a.", "na", "tba", "tbd", "unknown", "varies", "none"))
WHERE = r"(?:the )?(?:above|below|before|notes?|contract|attached|website|billing|site)"
ELSEWHERE = re.compile(rf"(?:see|ask|(?:same )?as) {WHERE}|same|ditto")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
US_DATE = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]((?:[0-9]{2})?[0-9]{2})")
# A day in a cell that shows numbers: how many have gone by since 1899, of the years 2009 to 2064.
DAYS_GONE_BY = re.compile(r"[45][0-9]{4}")
BEFORE_THE_FIRST = date(1899, 12, 30)
FROM_TO = re.compile(r"([A-Za-z]+)\.?\s*(?:-|\u2013|to|through)\s*([A-Za-z]+)\.?", re.IGNORECASE)
CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::00)?")
CLOCK_OF_12 = re.compile(r"(1[0-2]|0?[1-9])(?::([0-5][0-9]))?\s*([ap])\.?m\.?", re.IGNORECASE)
DAY_AND_CLOCK = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} ([0-9]{2}:[0-9]{2})")
CLOCK_WITHOUT_COLON = re.compile(r"([01]?[0-9]|2[0-3])[.h]?([0-5][0-9])")
# A time of day in a cell that shows numbers: the part of a day that has gone by.
PART_OF_A_DAY = re.compile(r"0\.[0-9]+")
# Up to this hour, one without a zero in front could be of the morning or of the evening.
LATEST_UNCLEAR_HOUR = 7
THIS_CENTURY = 2000
HOURS_OF_HALF_A_DAY = 12
# The words between the first and the last of several days.
SPAN_OF_DAYS = re.compile(r"(.+?)\s+(?:to|through|until|-|\u2013|\u2014)\s+(.+)", re.IGNORECASE)
# Longer than any break; a wrong year would close a program for good.
MOST_DAYS_OF_A_SPAN = 120
# Separators of several things in one cell.
BETWEEN = re.compile(r"[|,;\n]")
BETWEEN_NAMES = re.compile(rf"{BETWEEN.pattern}|[/&+]|\band\b")


def says_nothing(cell: str) -> bool:
    """Whether the cell only marks that there is nothing to say, or that it is said elsewhere."""
    text = " ".join(cell.casefold().split())
    return text in NOTHING or bool(ELSEWHERE.fullmatch(text))


def read_word(cell: str) -> str:
    """The words in a cell, unchanged. Raises ValueError if it has none."""
    if says_nothing(cell):
        raise ValueError(f"{cell!r} says nothing. Write what holds, or leave the cell empty.")
    return cell


def read_name(cell: str) -> str:
    """A name on one line. Raises ValueError."""
    line = _on_one_line(cell, MARKS, longest=LONGEST_NAME)
    if found := MORE_THAN_TEXT.search(line):
        raise ValueError(
            f"{line!r} has {found[0].strip()!r}, which pages would show as more than a name. Write "
            "it in plain words."
        )
    return line


def read_remark(cell: str) -> str:
    """A sentence or two on one line, which may name a file. Raises ValueError."""
    return _on_one_line(cell, MARKS_OF_A_REMARK, longest=LONGEST_REMARK)


def _on_one_line(cell: str, marks: str, *, longest: int) -> str:
    line = " ".join(cell.split())
    if len(line) > longest:
        raise ValueError(
            f"{line[:20]!r} and so on has {len(line)} characters. Shorten it to {longest} at most."
        )
    if found := sorted(set(line) & set(marks)):
        raise ValueError(f"{line!r} has a {found[0]} that pages would not show. Leave it out.")
    if SHAPELESS.search(line) or any(category(sign) in NOT_SHOWN for sign in line):
        raise ValueError(f"{line!r} has an invisible character. Type the name again.")
    return line


def read_answer_to(cell: str) -> bool:
    """Yes or no. Raises ValueError."""
    text = cell.strip().casefold()
    if text not in YES_NO:
        raise ValueError(f"{cell!r} is neither yes nor no. Write yes or no.")
    return YES_NO[text]


def read_days(cell: str) -> str:
    """Working days as a choice names them: mon_wed_fri. Raises ValueError."""
    if found := FROM_TO.fullmatch(cell.strip()):
        raise ValueError(_each_day(cell, *found.groups()))
    names = [name for name in re.split(r"[\s.,;|/_&+]+|\band\b", cell.casefold()) if name]
    if names == [ANY_DAY]:
        return ANY_DAY
    days = [name[:3] for name in names if _is_day(name)]
    in_order = "_".join(day for day in DAYS if day in days)
    if len(days) < len(names) or len(set(days)) < len(days) or in_order not in CHOICES:
        raise ValueError(
            f"{cell!r} names no days from Monday to Friday, each once. Write them such as "
            "Mon, Wed, Fri."
        )
    return in_order


def _each_day(cell: str, first: str, last: str) -> str:
    """What to write in place of days from one to another."""
    names = list(DAYS)
    ends = [names.index(name[:3].casefold()) for name in (first, last) if _is_day(name.casefold())]
    between = names[ends[0] : ends[1] + 1] if len(ends) > 1 else names[:0]
    each = ", ".join(name.title() for name in between) or "such as Mon, Wed, Fri"
    return f"{cell!r} leaves days out. Write each: {each}."


def _is_day(name: str) -> bool:
    """Whether it is a day's name or begins one, with three letters at least."""
    whole = {f"{date(2024, 1, number):%A}".casefold() for number in range(1, 8)}
    return len(name) > 2 and any(day.startswith(name) for day in whole)


def read_clock(cell: str) -> str:
    """A time of day as hours and minutes of 24 hours: 17:30. Raises ValueError."""
    text = cell.strip()
    if found := CLOCK.fullmatch(text):
        meant = _times(*found.groups())
        if len(meant) == 1:
            return meant[0]
        raise ValueError(
            f"{text!r} could be in the morning or in the evening. Write {' or '.join(meant)}."
        )
    if found := CLOCK_WITHOUT_COLON.fullmatch(text):
        meant = _times(*found.groups())
        raise ValueError(f"{text!r} has no colon. Write {' or '.join(meant)}.")
    if PART_OF_A_DAY.fullmatch(text):
        hour, minute = divmod(half_up(float(text) * MINUTES_PER_DAY), MINUTES_PER_HOUR)
        raise ValueError(
            f"{text!r} is a time in a cell that shows numbers. Write {hour:02}:{minute:02}."
        )
    if found := CLOCK_OF_12.fullmatch(text):
        hour = int(found[1]) % HOURS_OF_HALF_A_DAY
        hour += HOURS_OF_HALF_A_DAY if found[3].casefold() == "p" else 0
        raise ValueError(
            f"{text!r} is a time on a 12-hour clock. Write {hour:02}:{found[2] or '00'} instead."
        )
    if found := DAY_AND_CLOCK.fullmatch(text):
        raise ValueError(f"{text!r} has a date next to the time. Write {found[1]}.")
    raise ValueError(f"{text!r} is not a time of day. Write hours and minutes, such as 17:30.")


def _times(hour: str, minutes: str) -> list[str]:
    """A time of day as it is to be written, or both that it could be."""
    hours = [int(hour)]
    if len(hour) == 1 and int(hour) <= LATEST_UNCLEAR_HOUR:
        hours.append(int(hour) + HOURS_OF_HALF_A_DAY)
    return [f"{each:02}:{minutes}" for each in hours]


def read_dates(cell: str) -> tuple[date, ...]:
    """Days, each as year-month-day, in order. Raises ValueError."""
    return tuple(sorted({_day(part) for part in _parts(cell)}))


def read_closed_days(cell: str) -> tuple[date, ...]:
    """Days, each as year-month-day or all from one to another, in order. Raises ValueError."""
    return tuple(sorted({day for part in _parts(cell) for day in _days_of(part)}))


def _days_of(text: str) -> list[date]:
    """The one day that is named, or all from the first to the last that are."""
    found = SPAN_OF_DAYS.fullmatch(text)
    if not found:
        return [_day(text)]
    first, last = map(_day, found.groups())
    number = (last - first).days + 1
    if number < 1:
        raise ValueError(f"{text!r} ends before it begins. Correct one of the two days.")
    if number > MOST_DAYS_OF_A_SPAN:
        raise ValueError(
            f"{text!r} are {number} days, and {MOST_DAYS_OF_A_SPAN} are the most. Correct the year."
        )
    return [first + timedelta(days=gone) for gone in range(number)]


def _day(text: str) -> date:
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a day of the calendar. Correct it.") from None
    if DAYS_GONE_BY.fullmatch(text):
        day = BEFORE_THE_FIRST + timedelta(days=int(text))
        raise ValueError(f"{text!r} is a day in a cell that shows numbers. Write {day}.")
    found = US_DATE.fullmatch(text)
    meant = _readings(*map(int, found.groups())) if found else []
    either = " or ".join(dict.fromkeys(meant))
    if len(set(meant)) > 1:
        raise ValueError(f"{text!r} could be either day. Write {either}.")
    raise ValueError(
        f"{text!r} is not written year-month-day. Write {either or 'a day such as 2027-01-31'}."
    )


def _readings(one: int, other: int, year: int) -> list[str]:
    """The days that are meant where the month stands first, as in the US, and where it does not."""
    found = []
    year += THIS_CENTURY if year < THIS_CENTURY else 0
    for month, day in ((one, other), (other, one)):
        try:
            found.append(date(year, month, day).isoformat())
        except ValueError:
            continue
    return found


def read_day_of_year(cell: str) -> str:
    """A day of every year as month-day: 07-01. Raises ValueError.

    A spreadsheet takes what is typed so for a day of this year; the year is left out.
    """
    text = re.sub(r"^[0-9]{4}-", "", cell.strip())
    try:
        # A year without February 29.
        if re.fullmatch(r"[0-9]{2}-[0-9]{2}", text) and date.fromisoformat(f"2027-{text}"):
            return text
    except ValueError:
        pass
    raise ValueError(f"{text!r} is not a day of every year. Write month-day, such as 07-01.")


def read_hours_of(cell: str) -> tuple[tuple[str, float], ...]:
    """Services with hours a week each: group: 6, education: 2. Raises ValueError."""
    found = []
    for part in _parts(cell):
        service, _, hours = part.replace(":", " ").rpartition(" ")
        name = "_".join(re.split(r"[\s_-]+", service.strip().casefold()))
        if not name or not NUMBER.fullmatch(hours):
            raise ValueError(
                f"{part!r} is no service with its hours a week. Write such as group: 6."
            )
        found.append((name, float(hours)))
    names = [name for name, _ in found]
    if len(set(names)) < len(names):
        raise ValueError(f"{cell!r} names a service twice. Write its hours together.")
    return tuple(found)


def read_list(cell: str) -> tuple[str, ...]:
    """Several names in one cell. Raises ValueError."""
    return tuple(read_name(part) for part in _parts(cell, BETWEEN_NAMES))


def _parts(cell: str, between: re.Pattern[str] = BETWEEN) -> list[str]:
    return [part.strip() for part in between.split(cell) if part.strip()]
