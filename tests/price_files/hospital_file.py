"""Small price files as hospitals publish them: the same lines, tall, wide and as JSON."""

import csv
import io
import json
from dataclasses import dataclass, replace

TITLE = ["hospital_name", "last_updated_on", "version", "attester_name"]
ABOUT = ["Hospital A", "2026-04-01", "3.0.0", "A. Person"]
LISTED = ["description", "setting", "billing_class", "modifiers"]


@dataclass(frozen=True)
class Row:
    """One line; ``payers`` has payer, plan, and what is printed by the name of its column."""

    description: str
    codes: tuple[tuple[str, str], ...]
    payers: tuple[tuple[str, str, dict], ...] = ()
    gross: str = "600"
    setting: str = "outpatient"
    billing_class: str = "facility"
    modifiers: str = ""


def row(description, codes, *payers, **fields):
    return Row(
        description,
        tuple(tuple(code.split()) for code in codes.split(", ") if code),
        tuple(
            (payer, plan, printed if isinstance(printed, dict) else {"negotiated_dollar": printed})
            for payer, plan, printed in payers
        ),
        **fields,
    )


def tall(rows, *, code_columns=2):
    of_payer = ["negotiated_dollar", "negotiated_percentage", "negotiated_algorithm", "methodology"]
    head = [*LISTED, *_code_heads(code_columns), "standard_charge|gross", "payer_name", "plan_name"]
    head += [f"standard_charge|{name}" for name in of_payer] + ["additional_generic_notes"]
    body = []
    for each in rows:
        for payer, plan, printed in each.payers or [("", "", {})]:
            body.append(
                [*_begin(each, code_columns), each.gross, payer, plan]
                + [printed.get(name, "") for name in of_payer]
                + [printed.get("notes", "")]
            )
    return _as_csv([TITLE, ABOUT, head, *body])


def wide(rows, *, code_columns=2):
    names = list(dict.fromkeys((payer, plan) for each in rows for payer, plan, _ in each.payers))
    columns = ["negotiated_dollar", "negotiated_percentage", "negotiated_algorithm", "methodology"]
    head = [*LISTED, *_code_heads(code_columns), "standard_charge|gross"]
    for payer, plan in names:
        head += [f"standard_charge|{payer}|{plan}|{name}" for name in columns]
        head += [f"additional_payer_notes|{payer}|{plan}"]
    body = []
    for each in rows:
        printed = {(payer, plan): what for payer, plan, what in each.payers}
        cells = [*_begin(each, code_columns), each.gross]
        for name in names:
            cells += [printed.get(name, {}).get(column, "") for column in [*columns, "notes"]]
        body.append(cells)
    return _as_csv([TITLE, ABOUT, head, *body])


def as_json(rows):
    names = {
        "negotiated_dollar": "standard_charge_dollar",
        "negotiated_percentage": "standard_charge_percentage",
        "negotiated_algorithm": "standard_charge_algorithm",
        "methodology": "methodology",
        "notes": "additional_payer_notes",
    }

    def payer_of(payer, plan, printed):
        told = {names[name]: _number(value) for name, value in printed.items()}
        return {"payer_name": payer, "plan_name": plan, **told}

    items = [
        {
            "description": each.description,
            "code_information": [{"code": code, "type": kind} for kind, code in each.codes],
            "standard_charges": [
                {
                    "setting": each.setting,
                    "billing_class": each.billing_class,
                    "gross_charge": float(each.gross),
                    **({"modifier_code": each.modifiers.split(" | ")} if each.modifiers else {}),
                    "payers_information": [payer_of(*payer) for payer in each.payers],
                }
            ],
        }
        for each in rows
    ]
    about = dict(zip(TITLE, ABOUT, strict=True))
    return json.dumps(about | {"standard_charge_information": items})


def _number(text):
    try:
        return float(text)
    except ValueError:
        return text


def _code_heads(count):
    return [part for at in range(1, count + 1) for part in (f"code|{at}", f"code|{at}|type")]


def _begin(each, count):
    codes = [part for kind, code in each.codes for part in (code, kind)]
    empty = [""] * (2 * (count - len(each.codes)))
    return [each.description, each.setting, each.billing_class, each.modifiers, *codes, *empty]


def _as_csv(rows):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def other_codes(each):
    """The same line under codes that have nothing to do with ours."""
    return replace(each, codes=(("CDM", "7001"), ("CPT", "99213")))
