"""Slides, workbooks and estimate against the schema of Office files, part by part.

The schema is the data of Microsoft's Open XML SDK (ECMA-376 with the extensions Office writes), as
openxml-audit reads it. What it reports and we let pass is named here with its reason.
"""

import io
import zipfile
from functools import cache

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from scenarios import TODAY, comparison

from carechoice.files.call.workbook import as_workbook
from carechoice.files.estimate.estimate_files import to_fill_in
from carechoice.files.kept import words as kept_words
from carechoice.files.numbers.sheets import sheets
from carechoice.files.numbers.workbook import workbook
from carechoice.files.slides.slides import slides
from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.inputs.handed_on.link import freeze

LINK = "https://care.example.org/?therapy_sessions=18&iop_weeks=8"
CASES = {
    "default": {},
    "a third way": {"third_path": "step_down"},
    "self-pay": {"plan": "none"},
    "the longest": {
        "therapy_sessions": 104,
        "therapy_hours_per_week": 0.5,
        "iop_weeks": 26,
        "third_path": "step_up",
        "step_up_sessions": 104,
    },
}
# (end of the part's name, beginning of the report): why it is no fault.
KNOWN = {
    # ECMA-376 part 1, 18.8.22: the parts of a font may stand in any order. The SDK, whose data the
    # check reads, asks for the order Excel writes; openpyxl writes another.
    ("/xl/styles.xml", "Unexpected element 'color' found"): "any order is allowed",
}
# Not the schema but a remark on what Excel does when it saves: text in the cell itself
# (18.18.11, inlineStr) is allowed, and Excel moves it to a list of its own.
REMARK = "inline-string cell(s)"


@pytest.fixture
def reports(tmp_path):
    """What the check reports of a file: (part, description) of each fault."""
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=1000)

    def found(made, kind):
        path = tmp_path / f"file.{kind}"
        path.write_bytes(made)
        return [(each.part_uri, each.description) for each in validator.validate(path).errors]

    return found


def faults(reported):
    return [
        (part, told)
        for part, told in reported
        if REMARK not in told and not any(part.endswith(p) and told.startswith(t) for p, t in KNOWN)
    ]


@cache
def deck(**inputs):
    return slides(comparison(**inputs), link=LINK, today=TODAY)


@cache
def book(**inputs):
    result = comparison(**inputs)
    kept = kept_words.compared((KeptScenario("=1+1 <b>", result.scenario),))
    return workbook(sheets(result, freeze(result.scenario, TODAY), kept))


def parts(made):
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(contents):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in contents.items():
            file.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize("inputs", CASES.values(), ids=CASES)
def test_every_part_of_the_slides_keeps_to_the_schema(inputs, reports):
    assert faults(reports(deck(**inputs), "pptx")) == []


@pytest.mark.parametrize("inputs", CASES.values(), ids=CASES)
def test_every_part_of_the_workbook_keeps_to_the_schema(inputs, reports):
    assert faults(reports(book(**inputs), "xlsx")) == []


def test_every_part_of_the_sheet_for_a_call_keeps_to_the_schema(reports):
    assert faults(reports(as_workbook(comparison(), None), "xlsx")) == []


@pytest.mark.parametrize("pathway", ["therapy", "iop"])
def test_every_part_of_an_estimate_keeps_to_the_schema(pathway, reports):
    assert faults(reports(to_fill_in(comparison(plan="none"), pathway, TODAY), "docx")) == []


def test_the_workbooks_behind_the_charts_keep_to_the_schema(reports):
    inside = [made for name, made in parts(deck()).items() if name.endswith(".xlsx")]
    assert len(inside) == 3
    for made in inside:
        assert faults(reports(made, "xlsx")) == []


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known[0])
def test_what_is_let_pass_is_still_reported(known, reports):
    """Else it can go from the list."""
    part, told = known
    assert any(p.endswith(part) and t.startswith(told) for p, t in reports(book(), "xlsx"))


CHECKED = {
    "pptx": {
        "ppt/presentation.xml",
        "ppt/slides/slide1.xml",
        "ppt/slideLayouts/slideLayout1.xml",
        "ppt/slideMasters/slideMaster1.xml",
        "ppt/notesSlides/notesSlide1.xml",
        "ppt/notesMasters/notesMaster1.xml",
        "ppt/charts/chart1.xml",
        "ppt/theme/theme1.xml",
        "ppt/tableStyles.xml",
        "ppt/presProps.xml",
        "ppt/viewProps.xml",
    },
    "xlsx": {
        "docProps/app.xml",
        "docProps/core.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/styles.xml",
    },
}


@pytest.mark.parametrize("kind", CHECKED)
def test_the_check_sees_an_element_that_does_not_belong(kind, reports):
    """Each kind of part is truly looked at: all that are spoiled are reported, and no other."""
    contents = parts(deck() if kind == "pptx" else book())
    for part in CHECKED[kind]:
        root = etree.fromstring(contents[part])
        etree.SubElement(root, "stray")
        contents[part] = etree.tostring(root)
    reported = {place.lstrip("/") for place, _ in faults(reports(packed(contents), kind))}
    assert reported == CHECKED[kind]


def test_the_check_sees_parts_of_a_chart_in_the_wrong_order(reports):
    contents = parts(deck())
    chart = contents["ppt/charts/chart1.xml"]
    first, second = b'<c:grouping val="clustered"/>', b'<c:barDir val="col"/>'
    assert second in chart
    swapped = chart.replace(first, b"").replace(second, first + second)
    contents["ppt/charts/chart1.xml"] = swapped
    assert faults(reports(packed(contents), "pptx"))


def test_the_check_sees_a_relation_that_leads_nowhere(reports):
    contents = parts(deck())
    del contents["ppt/charts/chart1.xml"]
    assert faults(reports(packed(contents), "pptx"))
