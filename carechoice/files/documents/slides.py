"""The slides: one comparison as a PowerPoint file with charts and tables that can be edited."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison import words
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.plan_words import assumption
from carechoice.comparison.words import level_caption
from carechoice.drawing.style import COLOR
from carechoice.files.documents import content
from carechoice.files.documents.drawing import level_drawing, ticks
from carechoice.inputs.coverage import has_plan
from carechoice.language import everywhere
from carechoice.language.everywhere import crisis_line, made_on
from carechoice.language.pieces import Piece, pieces, plain
from carechoice.language.sentences import option_name, say, short_name
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.cost import cost_chart
from carechoice.topics.dashboard.level import level_chart
from carechoice.topics.sources import method
from carechoice.topics.unknown.charts import swing_chart, unknown_chart
from carechoice.topics.unknown.facts import outlook
from carechoice.topics.unknown.words import unknown_caption

if TYPE_CHECKING:
    from pptx.slide import Slide

    from carechoice.files.documents.deck import Box, Deck, Text

MOST_SWINGS = 3
# Excel's way to write whole dollars.
DOLLARS = '"$"#,##0'

# How much wider the first column of a table is than each of the others.
FIRST_COLUMN = 1.2
TABLE_PT = 14
# By the number of options: three sentences and a long assumption still end above the table.
ANSWER_PT = {2: 18, 3: 15}
# The room of the link on the first slide, in inches, and the sizes it may have there. A sign of a
# link is seldom wider than this part of its size, in the template's font and in those near it.
LINK_ROOM = (7.9, 1.9)
LINK_PT = (10.0, 9.0, 8.0, 7.0, 6.0, 5.0)
SIGN_EM, LINE_EM = 0.6, 1.2
POINTS_AN_INCH = 72
# What a text box keeps free at its sides, and above and below its text.
INSETS_PT = (14.4, 7.2)

Cells = Sequence[Sequence["Text"]]


def slides(comparison: Comparison, *, link: str, today: date) -> bytes:
    """The comparison as a PPTX file of seven slides, each with the crisis line."""
    from carechoice.files.documents.deck import Bar, Deck, Foot

    centre = catalog().centre
    deck = Deck(
        title=say("title"),
        author=say("app.name"),
        language=catalog().release["locale"].value.replace("_", "-"),
        foot=Foot(pieces(crisis_line()), centre.name),
        bar=Bar(centre.color, centre.text_color) if centre.color else Bar(),
    )
    _front(deck, comparison, content.link_of(link), today)
    _answer(deck, comparison)
    _time(deck, comparison)
    _cost(deck, comparison)
    _level(deck, comparison)
    _unknown(deck, comparison)
    _sources(deck, comparison, today)
    return deck.to_bytes()


def _front(deck: Deck, comparison: Comparison, link: content.Link, today: date) -> None:
    from carechoice.files.documents.deck import Box, Place, Text

    address = link.text if link.opens else ""
    told = [
        *(Text([Piece(shown_by, True)]) for shown_by in everywhere.shown_by()),
        *_texts([say("answer.estimate"), made_on(today)]),
    ]
    slide = deck.front(say("title"), told, _assumed(comparison))
    heading = [Text([Piece(say("export.link"), True)])]
    deck.text(slide, heading, Box(0.6, 4.45, 7.9, 0.5), size_pt=18)
    shown = [Text([Piece(link.text, False)], address=address)]
    deck.text(slide, shown, Box(0.6, 4.9, *LINK_ROOM), size_pt=link_pt(link.text))
    if link.is_whole:
        deck.picture(Place(slide, Box(9.2, 2.5, 3.5, 3.5), say("export.qr.alt")), _qr(link))


def link_pt(link: str) -> float:
    """The largest size in points at which the link stays above the crisis line."""
    width_pt, height_pt = (
        POINTS_AN_INCH * inches - inset_pt
        for inches, inset_pt in zip(LINK_ROOM, INSETS_PT, strict=True)
    )
    for size_pt in LINK_PT:
        signs_a_line = int(width_pt / (SIGN_EM * size_pt))
        lines = ceil(len(link) / signs_a_line) or 1
        if lines * LINE_EM * size_pt <= height_pt:
            return size_pt
    return LINK_PT[-1]


def _qr(link: content.Link) -> bytes:
    import segno

    made = io.BytesIO()
    segno.make_qr(link.text, error="l").save(made, kind="png", scale=5, border=4)
    return made.getvalue()


def _answer(deck: Deck, comparison: Comparison) -> None:
    from carechoice.files.documents.deck import Box, Text

    slide = deck.slide(say("export.answer"), [*_assumed(comparison), *_rests_on(comparison)])
    told = [
        Text(pieces(sentence), color=COLOR[pathway])
        for pathway, sentence in words.answer(comparison).items()
    ]
    assumed = _texts([assumption(comparison.scenario)])
    deck.text(slide, [*told, *assumed], Box(0.6, 1.2, 12.1, 2.4), size_pt=ANSWER_PT[len(told)])
    header = _header(comparison, say("figures.question"))
    rows = [header, *(_cells(row) for row in words.key_figures(comparison))]
    _table(deck, slide, rows, Box(0.7, 3.55, 11.9, 2.7), say("figures.title"))


def _time(deck: Deck, comparison: Comparison) -> None:
    from carechoice.files.documents import native
    from carechoice.files.documents.deck import Box, Place

    slide = deck.slide(say("time.title"), _assumed(comparison))
    options = comparison.options.values()
    weeks = max(option.weeks for option in options)
    series = [
        native.Series(
            short_name(option.pathway),
            [*option.hours_by_week, *[None] * (weeks - option.weeks)],
            [COLOR[option.pathway]],
        )
        for option in options
    ]
    native.columns(
        Place(slide, Box(0.6, 1.25, 8.3, 5.55), captions.time_alt(comparison)),
        [f"{week}" for week in range(1, weeks + 1)],
        series,
        titles=(say("time.column.week"), say("time.axis")),
        ticks=ticks(max(max(option.hours_by_week) for option in options), 5),
    )
    deck.text(slide, _texts([captions.time_caption(comparison)]), Box(9.1, 1.5, 3.6, 5), size_pt=18)


def _cost(deck: Deck, comparison: Comparison) -> None:
    from carechoice.files.documents import native
    from carechoice.files.documents.deck import Box, Place

    slide = deck.slide(
        say("cost.title"),
        [*_assumed(comparison), *map(plain, method.steps(comparison))],
    )
    options = comparison.options.values()
    colors = [COLOR[pathway] for pathway in comparison.options]
    you = [option.patient_usd.likely for option in options]
    plan = [option.plan_usd for option in options]
    by_plan = native.Series(say("cost.column.plan"), plan, colors, hatched=True)
    native.bars(
        Place(slide, Box(0.6, 1.25, 6.6, 4.0), captions.cost_alt(comparison)),
        [short_name(pathway) for pathway in comparison.options],
        [
            native.Series(say("cost.column.you"), you, colors, ranges=_ranges(options)),
            *([by_plan] if has_plan(comparison.scenario) else []),
        ],
        number_format=DOLLARS,
        ticks=ticks(max(max(o.total_price_usd, o.patient_usd.high) for o in options), 4),
    )
    table = cost_chart(comparison).table
    rows = [_header(comparison, table.header()[0], short_name), *map(_cells, table.shown())]
    _table(deck, slide, rows, Box(7.5, 1.45, 5.1, 3.0), say("cost.title"))
    deck.text(
        slide, _texts([captions.cost_caption(comparison)]), Box(0.6, 5.4, 12.1, 1.5), size_pt=14
    )


def _ranges(options: Iterable[Option]) -> list[tuple[float, float]]:
    """What the patient pays at low and at high prices; nothing where it is the same for all."""
    spreads = [option.patient_usd for option in options]
    if all(spread.is_known for spread in spreads):
        return []
    return [(spread.low, spread.high) for spread in spreads]


def _level(deck: Deck, comparison: Comparison) -> None:
    from carechoice.files.documents.deck import Box, Text

    slide = deck.slide(say("level.title"), [*_assumed(comparison), captions.level_alt(comparison)])
    table = level_chart(comparison).table
    rungs = level_drawing(comparison)["rungs"]
    rows = [
        [*_cells(row[:2]), [Text(mark["label"], mark["color"]) for mark in rung["marks"]]]
        for row, rung in zip(table.shown(), rungs, strict=True)
    ]
    header = _cells(table.header())
    _table(deck, slide, [header, *rows], Box(0.7, 1.3, 11.9, 2.7), say("level.title"))
    deck.text(slide, _texts([level_caption(comparison)]), Box(0.6, 4.95, 12.1, 1.8), size_pt=16)


def _unknown(deck: Deck, comparison: Comparison) -> None:
    from carechoice.files.documents.deck import Box

    found = outlook(comparison)
    told = unknown_caption(comparison, found.spreads)
    slide = deck.slide(say("unknown.title"), [*_assumed(comparison), told])
    spreads = unknown_chart(comparison, found.spreads)
    if not spreads.has_content:
        deck.text(slide, _texts([told]), Box(0.6, 1.3, 12.1, 1), size_pt=18)
        return
    rows = [_header(comparison, spreads.table.header()[0]), *map(_cells, spreads.table.shown())]
    _table(deck, slide, rows, Box(0.7, 1.25, 11.9, 2.6), spreads.title)
    moved = swing_chart(found.swings)
    lines = moved.table.shown()[:MOST_SWINGS]
    if not lines:
        deck.text(slide, _texts([moved.caption]), Box(0.6, 4.3, 12.1, 1), size_pt=18)
        return
    deck.text(slide, _texts([f"**{moved.title}**"]), Box(0.6, 4.2, 12.1, 0.5), size_pt=20)
    rows = [_cells(moved.table.header()), *map(_cells, lines)]
    _table(deck, slide, rows, Box(0.7, 4.75, 11.9, 1.6), moved.title)


def _sources(deck: Deck, comparison: Comparison, today: date) -> None:
    from carechoice.files.documents.deck import Box, Text

    slide = deck.slide(say("sources.list"), _assumed(comparison))
    told = content.sources(comparison)
    half = (len(told) + 1) // 2
    for left, part in ((0.6, told[:half]), (6.8, told[half:])):
        deck.text(slide, _texts(part, bullet=True), Box(left, 1.25, 5.9, 4.6), size_pt=12)
    end = pieces(" ".join([say("footer.interest"), made_on(today)]))
    shown_by = [Piece(f"{sentence} ", False) for sentence in everywhere.shown_by()]
    deck.text(slide, [Text([*shown_by, *end])], Box(0.6, 6.35, 12.1, 0.5), size_pt=12)


def _assumed(comparison: Comparison) -> list[str]:
    """What every slide's notes begin with."""
    return [assumption(comparison.scenario), say("footer.estimate")]


def _rests_on(comparison: Comparison) -> list[str]:
    return [
        say("export.rests_on.line", label=label, value=value, standing=standing)
        for label, value, standing in content.rests_on(comparison)
    ]


def _texts(sentences: Iterable[str], *, bullet: bool = False) -> list[Text]:
    from carechoice.files.documents.deck import Text

    return [Text(pieces(sentence), bullet=bullet) for sentence in sentences]


def _cells(row: Iterable[str]) -> Cells:
    return [_texts([cell]) for cell in row]


def _header(
    comparison: Comparison, first: str, name: Callable[[Pathway], str] = option_name
) -> Cells:
    """The first label, and the options' names in their colours."""
    from carechoice.files.documents.deck import Text

    names = [[Text([Piece(name(pathway), True)], COLOR[pathway])] for pathway in comparison.options]
    return [_texts([first]), *names]


def _table(deck: Deck, slide: Slide, rows: Sequence[Cells], box: Box, title: str) -> None:
    """A table with a wide first column; all others have the same room."""
    from carechoice.files.documents.deck import Place

    deck.table(
        Place(slide, box, say("export.table.alt", title=title)),
        rows,
        shares=[FIRST_COLUMN, *[1.0] * (len(rows[0]) - 1)],
        size_pt=TABLE_PT,
    )
