import pytest
from blank_workbook import blank_workbook
from openpyxl import load_workbook

from carechoice.__main__ import main
from carechoice.price_files.opened import read_price_file
from carechoice.price_files.rate import LeftOut, PublishedRate


@pytest.fixture
def said(tmp_path):
    """What a file with this content says: its rates, and what is left out."""

    def read(content, name="prices"):
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        all_said = list(read_price_file(file))
        rates = [each for each in all_said if isinstance(each, PublishedRate)]
        return rates, [each for each in all_said if isinstance(each, LeftOut)]

    return read


@pytest.fixture
def centre(tmp_path, capsys):
    """A workbook as the template is, changed first, and the command that puts prices into it."""

    class Workbook:
        path = tmp_path / "ours.xlsx"

        def __init__(self):
            self.path.write_bytes(blank_workbook())

        def change(self, do):
            book = load_workbook(self.path)
            do(book)
            book.save(self.path)

        def take(self, content, name="prices.csv"):
            file = tmp_path / name
            file.write_text(content, encoding="utf-8")
            code = main(["prices", str(file), "--into", str(self.path)])
            told = capsys.readouterr()
            without_progress = [each for each in told.err.splitlines() if "% of" not in each]
            return code, [*told.out.splitlines(), *without_progress]

        def payers(self):
            page = load_workbook(self.path)["Payers"]
            rows = page.iter_rows(min_row=3, values_only=True)
            return [list(cells) for cells in rows if any(cells)]

        def run(self, *arguments):
            code = main([str(each) for each in arguments])
            told = capsys.readouterr()
            return code, (told.out + told.err).splitlines()

    return Workbook()
