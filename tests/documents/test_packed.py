"""A packed file is opened only once it is known that it lists few parts."""

from zipfile import BadZipFile

import packed
import pytest
from papers_read import read_paper

from carechoice.documents.packed import MOST_LISTED_BYTES, TooManyPartsError, parts_of
from carechoice.setup.cells import NoWorkbookError, read_sheets
from carechoice.setup.no_workbook import BROKEN, TOO_LARGE, why_not_opened

TOO_MANY = [packed.EMPTY_PARTS, packed.MUCH_BESIDE]
IDS = ("200,000 parts", "things that say nothing beside each")


@pytest.mark.parametrize("content", TOO_MANY, ids=IDS)
def test_a_packed_file_that_lists_much_is_no_paper_and_no_workbook(content):
    assert len(content) < 10_000_000
    with pytest.raises(TooManyPartsError):
        parts_of(content)
    assert read_paper(content).refused == "not_our_sheet"
    with pytest.raises(NoWorkbookError, match=TOO_LARGE):
        read_sheets("ours.xlsx", content)
    assert why_not_opened(content) == BROKEN


def test_as_many_parts_as_a_large_workbook_has_are_few():
    """47 bytes each, of 70,000."""
    most = MOST_LISTED_BYTES // 47
    assert most == 1489
    assert len(parts_of(packed.packed_with(most))) == most
    with pytest.raises(TooManyPartsError):
        parts_of(packed.packed_with(most + 1))


def test_what_only_begins_as_a_packed_file_is_none():
    with pytest.raises(BadZipFile):
        parts_of(b"PK\x03\x04" + b"x" * 200_000)
