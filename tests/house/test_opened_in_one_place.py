"""What strangers hand in packed is opened in one place, which looks at its list of parts first."""

import ast

from sources import PACKAGE

# A hospital's price file is opened by whoever keeps it, on their own machine.
PLACES = {"carechoice/documents/packed.py", "carechoice/price_files/opened.py"}


def test_no_other_module_opens_a_packed_file():
    opening = {
        source.name
        for source in PACKAGE
        for node in source.every(ast.Call)
        if ast.unparse(node.func).endswith("ZipFile")
    }
    assert opening == PLACES
