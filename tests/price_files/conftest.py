import pytest

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
