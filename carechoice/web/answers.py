"""JSON answers of the API, and what they say about values that cannot be used."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.responses import Response

from carechoice.inputs.handed_on.link import LONGEST_LINK, MOST_NAMES
from carechoice.inputs.scenario import Problem
from carechoice.language.markup import MOST_NAMED, cut_to_show
from carechoice.language.sentences import say


def unusable(problems: Sequence[Problem]) -> Response:
    """An answer that names what cannot be used: shortened, and only the first few of many."""
    errors = [
        {"field": cut_to_show(each.field), "given": cut_to_show(each.given), "reason": each.reason}
        for each in problems[:MOST_NAMED]
    ]
    return as_json({"errors": errors, "more": len(problems) - len(errors)}, status=422)


def too_many(*, status: int) -> Response:
    """The answer to far more parameters than the pages have."""
    reason = say("problem.too_many_given", names=MOST_NAMES, characters=LONGEST_LINK)
    return as_json({"errors": [{"reason": reason}]}, status=status)


def as_json(content: Mapping[str, Any], status: int = 200) -> Response:
    """An answer of a route."""
    return Response(json.dumps(content, default=str), status, media_type="application/json")
