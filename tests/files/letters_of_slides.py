"""How wide words are in Arial and Arial Bold, by Adobe's tables for Helvetica, which both share."""

from math import ceil

# From the space (32) to the tilde (126), in thousandths of the size.
REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 "
    "556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 "
    "722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 "
    "556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 "
    "260 334 584"
)
BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 "
    "556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 "
    "722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 "
    "556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 "
    "280 389 584"
)
QUOTES = {"“": (333, 500), "”": (333, 500), "’": (222, 278)}
PAIRS = zip(map(int, REGULAR.split()), map(int, BOLD.split()), strict=True)
WIDTHS = {**dict(zip(map(chr, range(32, 127)), PAIRS, strict=True)), **QUOTES}
# Above and below its letters, by the font's own tables.
LINE_EM = 1.15


def words_pt(paragraph):
    """The width of each word of a paragraph in points, at the sizes of its runs."""
    widths = [0.0]
    for run in paragraph.runs:
        size_pt, bold = run.font.size.pt, bool(run.font.bold)
        for sign in run.text:
            if sign.isspace():
                widths.append(0.0)
            else:
                widths[-1] += WIDTHS.get(sign, (1000, 1000))[bold] / 1000 * size_pt
    return widths


def size_pt(paragraph):
    return max(run.font.size.pt for run in paragraph.runs)


def lines(paragraph, room_pt):
    """How many lines it takes where words stand whole, and only longer ones are broken."""
    space_pt = 0.278 * size_pt(paragraph)
    count, used = 1, 0.0
    for word in words_pt(paragraph):
        if used and used + space_pt + word > room_pt:
            count, used = count + 1, 0.0
        used += word + (space_pt if used else 0)
        further = max(ceil(used / room_pt) - 1, 0)
        count, used = count + further, used - further * room_pt
    return count


def height_pt(paragraphs, room_pt):
    """How high paragraphs are, with the space between them and none below the last."""
    told = [each for each in paragraphs if each.runs]
    high = sum(lines(each, room_pt) * LINE_EM * size_pt(each) for each in told)
    return high + sum(each.space_after.pt for each in told[:-1] if each.space_after)
