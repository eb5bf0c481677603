"""/api/ahead: what a page shows while a slider is still moved, for some moves at once."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from carechoice.inputs import clock
from carechoice.inputs.handed_on.link import RefusedError, open_link, spelled
from carechoice.language.sentences import say
from carechoice.web.answers import as_json, too_many, unusable
from carechoice.web.routes.ahead_request import NotAnsweredError, read_asked
from carechoice.web.routes.moves import UnusableMoveError
from carechoice.web.routes.shown_ahead import shown_ahead
from carechoice.web.work import off_the_loop


async def ahead_route(request: Request) -> Response:
    """Answer with the answer in parts, charts by key and tables by name, after each of the moves.

    The question (``ahead_request.py``) is in the body and not in the address, since servers log
    addresses and this holds what a person enters. 422 if a move is no value of its input; what else
    cannot be used is left out, and parts of a cent are rounded, as the page does.
    """
    try:
        asked = await read_asked(request)
        values = open_link(spelled(asked.inputs), today=clock.today()).scenario.to_values()
        # Pages of other people are served meanwhile.
        answers = await off_the_loop(shown_ahead, asked, values)
    except NotAnsweredError as error:
        reason = say(error.reason, **error.blanks)
        return as_json({"errors": [{"reason": reason}]}, status=error.status)
    except RefusedError:
        return too_many(status=413)
    except UnusableMoveError as error:
        return unusable([error.problem])
    return as_json({"answers": answers})
