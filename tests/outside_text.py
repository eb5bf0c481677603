"""Texts someone may put into a link, a file or a name, each of which could be more than text."""

import re

from carechoice.catalog.outside_text import BEGINS, ENDS
from carechoice.language.markup import BREAK, JOINER, LONGEST_SHOWN, NO_SHAPE

# What is typed, and what of it is to be read.
PAYLOADS = {
    text: text
    for text in (
        "[Talk to us](tel:+19005550111)",
        "[Free care](https://evil.example)",
        "[x]: https://evil.example 'y'",
        "[^1] [^1]: a footnote",
        "![x](https://evil.example/x.png)",
        "<https://evil.example/pay>",
        "http://evil.example/pay",
        "https://evil.example",
        "www.evil.example/help",
        "mailto:help@evil.example",
        "help@evil.example",
        "tel:+19005550111",
        "xmpp:help@evil.example",
        "# Call us now",
        "###### Call us now",
        "**Call** __us__ *right* _now_",
        "~~988~~ is closed",
        "`code` and ```fence```",
        "> as somebody said",
        "- one * two + three 1. four",
        "- [x] done",
        "| a | b | --- | --- |",
        "***",
        "---",
        ":red[Call us now]",
        ":blue-background[Call us now]",
        ":rainbow[Call] :small[us]",
        ":red-badge[closed]",
        "call :red now",
        ":material/home: :material/call:",
        ":smile: :telephone:",
        ":streamlit: :+1:",
        "$x^2$ $$y$$ $5",
        "\\(x\\) \\[y\\]",
        "\\*not\\* \\$x\\$ \\",
        "<b>x</b><br><img src=x onerror=alert()>",
        "<script>alert(1)</script>",
        "&lt;b&gt; &amp; &#91;x&#93; &nbsp;y",
        "a -> b <- c -- d => e ... (c)",
        "{0} {field} %{x} %s {{n}}",
        "مرحبا 日本語 🎉 👩\u200d👩\u200d👧",
    )
} | {
    "one\n\n# two\r\n\tthree": "one # two three",
    "    four spaces": "four spaces",
    "978\u202e889\u2066\u200f": f"978{NO_SHAPE}889{NO_SHAPE}{NO_SHAPE}",
    "a\u200bb\u00adc\ufeffd\u2060e": NO_SHAPE.join("abcde"),
    "\x00\x07\x1b[31mred": f"{NO_SHAPE}{NO_SHAPE}{NO_SHAPE}[31mred",
    "\U000e0041\U000e0042": NO_SHAPE * 2,
    "\u2028next\u2029line": "next line",
    "": NO_SHAPE,
    " \t ": NO_SHAPE,
    "x" * 5_000: "x" * LONGEST_SHOWN + "…",
    "[y](http://z) " * 100: ("[y](http://z) " * 3)[:LONGEST_SHOWN] + "…",
}


def as_read(text):
    """A text of the page as a person reads it."""
    return re.sub(f"[{JOINER}{BREAK}{BEGINS}{ENDS}]", "", text)


# Names that somebody may give to what is kept.
HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "**bold** _it_ `code`",
    "<script>alert(1)</script>",
    "$x$ and $5",
    ":smile: :red[x] :material/home:",
    "a -> b <- c -- d",
    "[a](http://b) www.evil.com",
    "# 1. - > | ~~x~~ \\",
    "مرحبا 日本語 Привет",
    "👩‍👩‍👧 é",
    "%{x} &amp; {name}",
)
