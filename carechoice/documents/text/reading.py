"""Lines of a plan's terms read one after the other, each by what stands above it and around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from carechoice.documents.around.heading import (
    Above,
    below,
    below_day,
    below_days,
    below_terms,
    beside_payer,
    heads_others,
    is_condition,
    is_known,
)
from carechoice.documents.around.others_named import is_of_body, others_named
from carechoice.documents.around.passed_over import is_passed_over
from carechoice.documents.around.stated import Stated, is_in_spanish, names_a_day, stated
from carechoice.documents.days.plan import PlanDays
from carechoice.documents.limits.phrases import PHRASES
from carechoice.documents.paper import Ask, Found, Why, unsure
from carechoice.documents.pasted.below_service import says_terms_alone
from carechoice.documents.terms.values import INPUTS_OF, ServiceInputs, inputs_with
from carechoice.documents.terms.words import label_of
from carechoice.documents.text.beside_terms import said_beside
from carechoice.documents.text.doubt_cast import (
    Doubt,
    beside_doubts,
    of_two_plans,
    of_whole_paper,
    services_named,
    takes_back,
)
from carechoice.documents.text.fees import beside_fees, comes_on_top, is_for_missed_visit, names_fee
from carechoice.documents.text.free_visits import beside_free_visits, names_free_visits
from carechoice.documents.text.note_below import (
    below_note,
    is_for_others,
    is_note,
    names_other_year,
    says_more,
)
from carechoice.documents.text.placed_line import PlacedLine, limit_begun, said_of_line
from carechoice.documents.text.plans_named import PlansNamed

# What stands behind so much of a heading is not looked at; one as long has words we do not know.
_LONGEST_HEADING = 120
_AMOUNT = re.compile(r"[$%0-9]")
_PART = re.compile(rf"(?:{PHRASES['met']}|{PHRASES['remaining']}) ?:", re.IGNORECASE)
# One that begins so names nothing, whatever else it says.
_OF_TERMS_ABOVE = re.compile(r"[$0-9(+&]|tier\b|no (?!fee)", re.IGNORECASE | re.ASCII)
# What says yes to the line above it leaves that one what the lines above it are for.
_YES = re.compile(
    r"(?:[\w ]{1,30}: ?)?(?:yes|yeah|yep|correct|right|exactly"
    r"|that(?:['’]s| is) (?:right|correct))\W*",
    re.IGNORECASE,
)
_AMOUNT_OF_TERMS = re.compile(r"[$%]")
_CAN_BE_TWO: set[Why] = {"who_pays", "cells"}


@dataclass(slots=True)
class Reading:
    """What the lines so far say, and what stands above the next one.

    ``of_line``: where in ``said`` the last line with terms begins, which ``is_right_above`` if no
    other stands between. ``heading``: the last line, if it may head others; ``of_heading``: where
    in ``said`` begins what it is on if it heads none. ``fees``: lines on what may come on top of
    what a visit costs. ``free_visits``: lines on visits that cost nothing. ``unclear``: services
    of which a line can be read in two ways, or not at all. ``doubts``: what makes inputs unsure.
    ``plans``: headings that say which plan they are of.
    """

    above: Above
    said: list[Found | Ask] = field(default_factory=list)
    of_line: int = 0
    heading: PlacedLine | None = None
    of_heading: int = 0
    fees: list[PlacedLine] = field(default_factory=list)
    free_visits: list[PlacedLine] = field(default_factory=list)
    unclear: set[ServiceInputs] = field(default_factory=set)
    doubts: list[Doubt] = field(default_factory=list)
    plans: PlansNamed = field(default_factory=PlansNamed)
    has_terms: bool = False
    is_right_above: bool = False

    def take(self, line: PlacedLine, of_plan: PlanDays | None) -> None:
        """Read the next line; ``of_plan``: the days that it names as those of the plan."""
        begun, kind = line.text[:_LONGEST_HEADING], stated(line.text)
        self._take_doubt(line, begun)
        if not line.is_from_form and self._is_beside_visits(line, begun):
            self.heading = None
            return
        found = _beside(line, begun, kind)
        if found and self.is_right_above and is_of_body(begun) and kind != "terms":
            self._doubt(line, self.of_line)
        if found and replace(self.above, time="own").of_service != "other":
            self.said += found
        if of_plan:
            is_now = of_plan.holds(line.today)
            self.said += _unless_now(line, is_now=is_now)
            self.above = below_days(self.above, is_now=is_now, begins_part=of_plan.begins_part)
        elif found:
            self.above = beside_payer(below_day(self.above, begun), begun)
        elif line.text and not (self.heading and _YES.fullmatch(begun)):
            self._take_other(line, begun, kind)
        else:
            self.is_right_above = False

    def _take_doubt(self, line: PlacedLine, begun: str) -> None:
        """Keep what a line makes unsure in the whole paper, or in what stands above it."""
        if doubt := of_whole_paper(begun):
            self.doubts.append(replace(doubt, words=line.words, place=line.place))
        if takes_back(begun):
            self._doubt(line, 0)

    def _is_beside_visits(self, line: PlacedLine, begun: str) -> bool:
        """Whether a line is on a fee or on free visits, which are kept for the end."""
        is_of_fee, is_of_free = names_fee(begun), names_free_visits(begun)
        if is_of_fee and comes_on_top(begun) and self.above.of_service != "other":
            self.fees.append(line)
        if is_of_free:
            self.free_visits.append(line)
        return is_of_fee or is_of_free

    def _take_other(self, line: PlacedLine, begun: str, kind: Stated) -> None:
        """Read a line with terms, a note on the one above it, or one that heads others."""
        has_terms, is_right_below = kind == "terms", self.is_right_above
        has_amount = has_terms and _AMOUNT.search(begun)
        if is_note(begun, is_right_below=is_right_below and not has_amount):
            self._doubt(line, self.of_line)
        if has_terms and not (is_condition(begun) or heads_others(begun)):
            self.heading = None
            self._take_terms(line, is_right_below=is_right_below)
            self.above = below_terms(
                self.above,
                begun,
                is_row=_is_row(begun, is_right_below),
                is_limit=bool(limit_begun(begun)),
                is_first=not self.has_terms,
            )
            self.has_terms, self.is_right_above = True, True
        else:
            self.plans.take(line, self.said)
            self.of_heading = self.of_line if is_right_below else len(self.said)
            self.of_line, self.heading, self.is_right_above = len(self.said), line, False
            self.said += _of_heading(line, begun, kind)
            self.above = below(self.above, begun, is_first=not self.has_terms)
            if names_other_year(begun, line.today) and says_more(begun):
                self.above = replace(self.above, time="doubtful")

    def _take_terms(self, line: PlacedLine, *, is_right_below: bool) -> None:
        """Read a line with terms; of one that is not read for sure its service is kept.

        One that is not read, and has no name of its own, can be on what stands right above it.
        """
        said, begun = list(said_of_line(line)), line.text[:_LONGEST_HEADING]
        is_read = any(isinstance(each, Found) for each in said)
        if is_right_below and not (is_read or _has_name(begun)):
            self._doubt(line, self.of_line)
        self.of_line = len(self.said)
        self.said += said
        whys = {each.why for each in said if isinstance(each, Ask)}
        if line.above.of_service != "other":
            if (service := label_of(begun).service) and whys & _CAN_BE_TWO:
                self.unclear.add(INPUTS_OF[service])
            if "not_understood" in whys and _AMOUNT_OF_TERMS.search(begun):
                self.unclear |= services_named(begun)

    def _doubt(self, note: PlacedLine, start: int) -> None:
        self.said[start:] = below_note(self.said[start:], note)

    def in_all(self) -> list[Found | Ask]:
        """What all lines say; a heading that nothing stands below can be on those above it."""
        if self.heading and says_more(begun := self.heading.text[:_LONGEST_HEADING]):
            is_of_all = is_for_others(begun, self.heading.today)
            self._doubt(self.heading, 0 if is_of_all else self.of_heading)
        if second := self.plans.second(self.said):
            self.doubts.append(of_two_plans(second.words, second.line.place))
        said = beside_doubts([self._beside_unclear(each) for each in self.said], self.doubts)
        return beside_free_visits(beside_fees(said, self.fees), self.free_visits)

    def _beside_unclear(self, said: Found | Ask) -> Found | Ask:
        """What is said of a service is not sure where another line on it can mean two things."""
        service = inputs_with(said.field) if isinstance(said, Found) else None
        return unsure(said) if service and service in self.unclear else said


def _unless_now(line: PlacedLine, *, is_now: bool) -> Iterator[Ask]:
    if not is_now:
        yield Ask("time", words=line.words, place=line.place)


def _beside(line: PlacedLine, begun: str, kind: Stated) -> list[Found | Ask]:
    has_terms = kind == "terms"
    return list(said_beside(begun, words=line.words, place=line.place, has_terms=has_terms))


def _is_row(begun: str, is_right_below: bool) -> bool:
    """Whether a line has terms of its own, or those of another network for the one above it."""
    is_own = label_of(begun).service or limit_begun(begun)
    return bool(is_own) or (is_right_below and says_terms_alone(begun))


def _has_name(begun: str) -> bool:
    """Whether a line names a service, a limit, what is met of it, or care or people of its own."""
    if _OF_TERMS_ABOVE.match(begun):
        return False
    others = others_named(begun)
    is_of_others = bool(others - {"person"}) or bool(others and ":" in begun)
    is_named = is_of_others or is_for_missed_visit(begun)
    return is_named or bool(label_of(begun).end or limit_begun(begun) or _PART.match(begun))


def _of_heading(line: PlacedLine, begun: str, kind: Stated) -> Iterator[Ask]:
    """What is to be asked of a line that may be a heading, too."""
    is_named = kind != "nothing" and not is_known(begun) and not is_condition(begun)
    if is_named or (names_a_day(begun) and not is_passed_over(begun)):
        why: Why = "spanish" if is_in_spanish(begun) else "not_understood"
        yield Ask(why, limit_begun(begun), line.words, line.place)
