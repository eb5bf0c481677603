"""Files as they come: signs, headings, packing, damage, and what is no price file at all."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from itertools import islice

import pytest
from hospital_file import as_json, other_codes, row, tall, wide

from carechoice.price_files.csv_lines import lines_of_csv
from carechoice.price_files.json_lines import lines_of_json
from carechoice.price_files.opened import read_price_file
from carechoice.price_files.rate import About, PublishedRate, RefusedError

IOP = row("Café IOP – evening", "RC 905, HCPCS S9480", ("Payer’s One", "PPO", "310"))
FORMS = pytest.mark.parametrize("form", [tall, wide, as_json])


def zipped(*files, folder=""):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(folder + name, content)
    return out.getvalue()


def tarred(name, content):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        entry = tarfile.TarInfo(name)
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


@FORMS
@pytest.mark.parametrize(
    "stored",
    [
        lambda text: text.encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
        lambda text: gzip.compress(text.encode()),
        lambda text: zipped(("prices.csv", text)),
        lambda text: zipped(("prices.csv", text), ("__MACOSX/prices.csv", "x")),
        lambda text: zipped(("prices.csv", text), folder="files/"),
    ],
)
def test_a_file_is_read_however_it_is_stored(said, form, stored):
    (rate,), _ = said(stored(form([IOP])))
    assert (rate.payer, rate.price_usd) == ("Payer’s One", 310)


@pytest.mark.parametrize("form", [tall, wide])
def test_signs_of_windows_are_read_also_between_others(said, form):
    (rate,), _ = said(form([IOP]).encode("windows-1252"))
    assert rate.payer == "Payer’s One"
    mixed = form([IOP]).encode().replace("é".encode(), b"\xe9")
    assert said(mixed)[0][0].payer == "Payer’s One"


def test_signs_of_windows_are_read_in_json(said):
    text = json.dumps(json.loads(as_json([IOP])), ensure_ascii=False)
    assert said(text.encode("windows-1252"))[0][0].payer == "Payer’s One"


def test_blanks_and_brackets_in_headings_do_not_count(said):
    text = (
        wide([IOP])
        .replace("|", " | ")
        .replace("code | 1", "Code |[1]")
        .replace("setting", "Setting ")
    )
    text = text.replace("| Payer’s One |", "|[Payer’s One]|")
    (rate,), _ = said(text)
    assert (rate.payer, rate.plan, rate.setting) == ("Payer’s One", "PPO", "outpatient")


def test_a_payer_of_a_wide_file_may_have_no_plan(said):
    (rate,), _ = said(wide([IOP]).replace("|PPO|", "|"))
    assert (rate.payer, rate.plan) == ("Payer’s One", "")


def test_an_amount_in_json_may_be_written_with_an_exponent(said):
    (rate,), _ = said(as_json([IOP]).replace("310.0", "3.1E+2"))
    assert rate.price_usd == 310


def test_rows_above_the_headings_and_other_separators_do_not_count(said):
    lines = tall([IOP]).splitlines(keepends=True)
    assert len(said("".join(["Prices\r\n", "\r\n", *lines]))[0]) == 1
    for separator in ("\t", ";"):
        text = tall([IOP]).replace(",", separator)
        assert len(said(text)[0]) == 1


def test_a_wide_file_with_over_a_thousand_columns_is_read(said):
    """1,277 columns, as one hospital has them: five for each payer and plan, and nine before."""
    payers = [(f"Payer {at}", "PPO", str(100 + at)) for at in range(253)]
    rates, _ = said(wide([row("IOP", "HCPCS S9480", *payers)]))
    assert sum(rate.price_usd for rate in rates) == sum(range(100, 353))


def test_codes_that_a_spreadsheet_turned_into_numbers_are_known(said):
    line = row("Psychotherapy", "RC 914.0, CPT 90837.0", ("A", "PPO", "130"))
    (rate,), _ = said(tall([line]))
    assert rate.billed_as == "RC 914 + CPT 90837"


def test_a_row_that_goes_on_over_the_line_is_one_row(said):
    lines = [row("Two\nlines", "CPT 99213", ("A", "PPO", "80")), IOP]
    (rate,), _ = said(tall(lines))
    assert rate.place_in_file == "row 5"


def test_a_json_file_that_stands_in_a_list_is_read(said):
    assert len(said(f"[{as_json([IOP])}]")[0]) == 1


def test_items_of_another_shape_are_passed_over(said):
    items = [None, 5, {"code_information": 7}, {"code_information": [{"code": "S9480"}, "x"]}]
    whole = json.loads(as_json([IOP]))
    whole["standard_charge_information"][:0] = items
    rates, left_out = said(json.dumps(whole))
    assert [rate.place_in_file for rate in rates] == ["item 5"]
    assert [each.reason for each in left_out] == ["other_kind_of_code"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b"<!DOCTYPE html><html>", "web_page"),
        (b"\xef\xbb\xbf\r\n<html>", "web_page"),
        (b"%PDF-1.7", "other_file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "other_file"),
        (b"a,b\r\n1,2\r\n", "other_file"),
        (b"a\0b", "other_file"),
        (b'{"in_network": []}', "no_charges"),
        (b"[1, 2]", "no_charges"),
        (b'{"standard_charge_information": [', "broken"),
        (zipped(("xl/workbook.xml", "")), "workbook"),
        (zipped(("a.csv", ""), ("b.csv", "")), "several_files"),
        (zipped(), "several_files"),
        (zipped(("a.zip", zipped(("b.csv", "")))), "packed"),
        (zipped(("a.csv.gz", gzip.compress(b"a", mtime=0))), "packed"),
        (gzip.compress(tarred("a.csv", b"a"), mtime=0), "packed"),
        (bz2.compress(b"a"), "packed"),
        (lzma.compress(b"a"), "packed"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "packed"),
        (b"Rar!\x1a\x07\1\0", "packed"),
        (zipped(("a.csv", tall([IOP])))[:-30], "damaged"),
        (gzip.compress(tall([IOP]).encode())[:-12], "damaged"),
    ],
)
def test_what_is_no_price_file_is_refused_with_its_reason(said, content, reason):
    with pytest.raises(RefusedError) as refused:
        said(content)
    assert refused.value.reason == reason


def test_of_very_many_packed_files_the_list_is_not_read(tmp_path):
    file = tmp_path / "prices.zip"
    file.write_bytes(zipped(*((f"{n}.csv", "") for n in range(20_000))))
    read = []
    with pytest.raises(RefusedError) as refused:
        next(read_price_file(file, read.append))
    assert refused.value.reason == "several_files"
    # Half of such a file is its list.
    assert max(read) < 0.1


def test_a_file_behind_a_password_is_refused(said):
    content = bytearray(zipped(("a.csv", "x")))
    for begin, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(begin) + flags] |= 1
    with pytest.raises(RefusedError) as refused:
        said(bytes(content))
    assert refused.value.reason == "packed"


@FORMS
def test_whose_file_it_is_and_how_old_is_told_first(tmp_path, form):
    file = tmp_path / "prices"
    for begin in ("", "Prices\n") if form is not as_json else ("",):
        file.write_text(begin + form([IOP]), encoding="utf-8-sig")
        assert next(read_price_file(file)) == About("Hospital A", "2026-04-01", "3.0.0")


def test_a_file_that_does_not_say_whose_it_is_is_read_all_the_same(tmp_path):
    file = tmp_path / "prices"
    for content in (tall([IOP]).split("\r\n", 2)[2], as_json([IOP]).replace("hospital_name", "x")):
        file.write_text(content, encoding="utf-8")
        about, rate = read_price_file(file)
        assert (about.hospital, rate.price_usd) == ("", 310)


@FORMS
def test_what_was_found_before_a_file_breaks_off_stands(tmp_path, form):
    text = form([IOP] * 3)
    file = tmp_path / "prices"
    # The last line loses its end: in CSV a quote that nothing closes takes all that follows.
    cut = text[:-40] if form is as_json else text + '"' + "x" * 200_000
    file.write_text(cut, encoding="utf-8")
    said = read_price_file(file)
    assert [type(each) for each in islice(said, 3)] == [About, PublishedRate, PublishedRate]
    with pytest.raises(RefusedError, match="broken"):
        list(said)


def test_a_csv_file_is_held_a_row_at_a_time():
    """Of 3,000 rows no more were taken than were needed for the rates so far."""
    lines = tall([IOP, *[other_codes(IOP)] * 1000] * 3).splitlines(keepends=True)
    taken = 0

    class Text(io.StringIO):
        def readline(self, size=-1):
            nonlocal taken
            taken += 1
            return super().readline(size)

    found = [taken for _ in lines_of_csv(Text("".join(lines)))]
    # The first is what the file is about.
    assert found == [20, 20, 1005, 2006]


def test_a_json_file_is_held_an_item_at_a_time():
    content = as_json([IOP, *[other_codes(IOP)] * 1000] * 3).encode()
    taken = 0

    class Content:
        def read(self, size):
            nonlocal taken
            part = content[taken : taken + size]
            taken += len(part)
            return part

    found = [taken / len(content) for _ in lines_of_json(Content(), as_json([IOP]))]
    # The three stand at the beginning, after a third and after two.
    assert found[0] < 0.2 < found[1] < 0.5 < found[2] < 0.9


@pytest.mark.parametrize(
    "amount",
    [
        "[" * 50_000 + "]" * 50_000,
        '{"a":' * 300 + "1" + "}" * 300,
        f'"{"a" * 5_000_000}"',
        # The reader would end the process: no exception could be caught.
        "1" * 5_000,
    ],
    ids=["lists", "objects", "text", "number"],
)
def test_json_that_no_reader_could_hold_is_refused_before_it_is_held(said, amount):
    """Of 50,000 levels the way to the last one has 250,000 signs, and so on for each of them."""
    with pytest.raises(RefusedError) as refused:
        said(as_json([IOP]).replace("310.0", amount))
    assert refused.value.reason == "nested"


def test_brackets_and_backslashes_within_texts_do_not_nest(said):
    line = row('[{"' * 100 + "\\", "HCPCS S9480", ("A" + "[" * 70_000 + '\\"', "PPO", "310"))
    rates, _ = said(as_json([line] * 3))
    assert [rate.price_usd for rate in rates] == [310] * 3


@pytest.mark.parametrize("amount", ["1e400", "1e999999999", "-310", "1e-999999999", "true"])
def test_a_number_in_json_that_is_no_amount_is_left_out(said, amount):
    rates, (left_out,) = said(as_json([IOP]).replace("310.0", amount))
    assert (rates, left_out.reason) == ([], "unreadable")


def test_a_number_in_json_that_has_no_size_stops_the_reading_where_it_stands(said):
    with pytest.raises(RefusedError, match="broken") as refused:
        said(as_json([IOP, IOP]).replace("310.0", "1e9999999999999999999"))
    assert refused.value.place == "item 1"


def test_how_much_of_a_file_is_read_is_told(tmp_path):
    file = tmp_path / "prices.csv"
    file.write_text(tall([IOP] * 2000), encoding="utf-8")
    told = []
    assert len(list(read_price_file(file, told.append))) == 2001
    assert told == sorted(told)
    assert len(told) > 10
    assert told[-1] == 1
