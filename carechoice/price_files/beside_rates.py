"""What a price file says beside its rates: whose it is, what to ask, what was left out, its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from carechoice.language.formats import in_a_row
from carechoice.language.markup import MOST_NAMED, on_one_line
from carechoice.language.sentences import say
from carechoice.price_files.rate import (
    About,
    LeftOut,
    LeftOutReason,
    PublishedRate,
    RefusedError,
    Said,
)


@dataclass
class Rest:
    """What is said beside the rates so far, counted while the file is read."""

    about: About = field(default_factory=About)
    codes: dict[LeftOutReason, Counter[str]] = field(default_factory=dict)
    first_place: dict[LeftOutReason, str] = field(default_factory=dict)
    refused: RefusedError | None = None
    units_to_ask: int = 0
    conditions_to_read: int = 0

    def add(self, left_out: LeftOut) -> None:
        """One more that is left out."""
        self.codes.setdefault(left_out.reason, Counter())[left_out.billed_as] += 1
        self.first_place.setdefault(left_out.reason, left_out.place_in_file)

    def sentences(self) -> list[str]:
        """Whose file it is, what to ask, what was left out by its reason, and what stopped us."""
        ask, refused = self._ask(), self._refused()
        left_out = [self._sentence(reason) for reason in self.codes]
        told = [self._about(), ask, self._read(), *left_out, refused]
        return [sentence for sentence in told if sentence]

    def as_json(self) -> dict[str, Any]:
        """What stands beside the rates as plain values for JSON, with all codes."""
        return {
            "file": asdict(self.about),
            "ask": self._ask(),
            "read": self._read(),
            "left_out": [
                {
                    "reason": reason,
                    "count": codes.total(),
                    "sentence": self._sentence(reason),
                    "billed_as": dict(codes.most_common()),
                    "first_place": self.first_place[reason],
                }
                for reason, codes in self.codes.items()
            ],
            "refused": self._refused(),
        }

    def _about(self) -> str | None:
        if not self.about.hospital:
            return None
        return say(
            "price_file.about",
            hospital=on_one_line(self.about.hospital),
            day=on_one_line(self.about.updated_on),
            version=on_one_line(self.about.version),
        )

    def _ask(self) -> str | None:
        return say("price_file.ask_unit", count=self.units_to_ask) if self.units_to_ask else None

    def _read(self) -> str | None:
        count = self.conditions_to_read
        return say("price_file.read_condition", count=count) if count else None

    def _refused(self) -> str | None:
        if self.refused is None:
            return None
        return say(f"price_file.refused.{self.refused.reason}", place=self.refused.place)

    def _sentence(self, reason: LeftOutReason) -> str:
        codes = self.codes[reason]
        named = [on_one_line(code) for code, _ in codes.most_common(MOST_NAMED)]
        return say(
            "price_file.left_out",
            count=codes.total(),
            reason=say(f"price_file.left_out.{reason}"),
            codes=in_a_row(named),
            place=self.first_place[reason],
        )


def rates_of(said: Iterable[Said], rest: Rest) -> Iterator[PublishedRate]:
    """The rates as they come; what else is said is added to ``rest``."""
    try:
        for each in said:
            if isinstance(each, LeftOut):
                rest.add(each)
            elif isinstance(each, About):
                rest.about = each
            else:
                rest.units_to_ask += each.unit == "not_stated"
                rest.conditions_to_read += bool(each.condition)
                yield each
    except RefusedError as refused:
        rest.refused = refused
