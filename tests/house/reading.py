"""The reading grade of a text, after Flesch and Kincaid.

Own and short, because the usual library downloads data when it runs. Syllables are counted by
groups of vowels, which is right to about one word in twenty.
"""

import re


def grade(text: str) -> float:
    """The US school grade at which the text is read with ease."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    plain = re.sub(r"[*_\\]|\{[^}]*\}", "", plain)
    sentences = [
        each for each in re.split(r"[.!?]+(?:\s|$)|\n", plain) if re.search("[A-Za-z]", each)
    ]
    words = re.findall(r"[A-Za-z][A-Za-z'’-]*|\d[\d,.]*", plain)
    if not words:
        return 0.0
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / max(len(sentences), 1) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    if word[0].isdigit():
        return 1
    low = word.lower()
    groups = len(re.findall(r"[aeiouy]+", low))
    silent = low.endswith("e") and not low.endswith(("le", "ee")) and groups > 1
    past = low.endswith("ed") and not low.endswith(("ted", "ded")) and groups > 1
    return max(1, groups - silent - past)
