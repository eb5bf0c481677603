"""The unit in deploy/ is one that systemd understands and that starts."""

import re
import shutil
import subprocess
import sys

import pytest
from sources import ROOT

UNIT = (ROOT / "deploy/carechoice@.service").read_text(encoding="utf-8")


def test_systemd_names_a_home_for_a_user_that_it_makes_up():
    """Where the system's list of users does not know such a user, the framework finds none."""
    assert "DynamicUser=yes" in UNIT
    assert re.search(r"^Environment=HOME=/nonexistent$", UNIT, re.M)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="This machine has no systemd.")
@pytest.mark.parametrize("text", [UNIT, UNIT.replace("#/centre ", "")], ids=["unit", "centre"])
def test_systemd_knows_every_word_of_its_file(tmp_path, text):
    """It also looks for the programs that a file names, so here they are those of this folder."""
    unit = tmp_path / "carechoice@8501.service"
    here = text.replace("/opt/carechoice/.venv/bin/python", sys.executable)
    unit.write_text(here.replace("/opt/carechoice", str(ROOT)), encoding="utf-8")
    asked = ["systemd-analyze", "verify", str(unit)]
    # What it does not know it only says, and ends as if all were well.
    assert subprocess.run(asked, capture_output=True, text=True, check=True).stderr == ""
