"""The list of all that a release is made of (SBOM), in the form of CycloneDX.

The packages and their licences are read by CycloneDX's own tool from an environment that has what
requirements.lock names and nothing else. What the repository carries of others is added to them.
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from release.environment import ROOT, install
from release.licences import read_by_us
from release.sbom_schema import SPECIFICATION, problem

CARRIED = ROOT / "release" / "carried.csv"
ASKED = re.compile(r"^([\w-]+)(?:\[\w+\])?==", re.M)
PRODUCT = "carechoice"

Bom = dict[str, Any]


def main() -> int:
    """Write the list of the release that data/release.csv names into dist/, and say where it is."""
    with TemporaryDirectory() as folder:
        bom = completed(listed(install(Path(folder))), version=_version())
    text = json.dumps(bom, indent=2, sort_keys=True) + "\n"
    if found := problem(text):
        print(f"The list does not fit CycloneDX's schema: {found}", file=sys.stderr)
        return 1
    file = ROOT / "dist" / f"{PRODUCT}-{_version()}.cdx.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    print(f"{file.relative_to(ROOT)}: {len(bom['components'])} components.")
    return 0


def listed(python: Path) -> Bom:
    """What is installed for a Python, the same bytes each time."""
    asked = ("environment", str(python), "--output-reproducible", "--spec-version", SPECIFICATION)
    # The schema takes seconds to ask, and is asked of the completed list.
    command = [sys.executable, "-m", "cyclonedx_py", *asked, "--no-validate"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def completed(bom: Bom, *, version: str) -> Bom:
    """The list as that of a version of ours: what stands on what, with what we carry along."""
    carried = list(_carried())
    installed = {_plain(each["name"]): each["bom-ref"] for each in bom["components"]}
    needed = (installed[_plain(name)] for name in _asked())
    return {
        **bom,
        "metadata": {**bom["metadata"], "component": _ours(version)},
        "components": [*map(_with_licence, bom["components"]), *carried],
        "dependencies": [
            *bom["dependencies"],
            {"ref": PRODUCT, "dependsOn": sorted({*needed, *_references(carried)})},
        ],
    }


def _ours(version: str) -> Bom:
    licences = [{"license": {"id": "MIT"}}]
    return {
        "type": "application",
        "bom-ref": PRODUCT,
        "name": PRODUCT,
        "version": version,
        "licenses": licences,
    }


def _with_licence(component: Bom) -> Bom:
    """The component with the licence that we have read, where its metadata state none."""
    read = read_by_us().get(_plain(component["name"]))
    return {"licenses": [{"expression": read}]} | component if read else component


def _carried() -> Iterator[Bom]:
    with CARRIED.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            content = (ROOT / row["path"]).read_bytes()
            version = {"version": row["version"]} if row["version"] else {}
            yield version | {
                "type": "file",
                "bom-ref": row["path"],
                "name": row["name"],
                "licenses": [{"license": {"id": row["licence"]}}],
                "hashes": [{"alg": "SHA-256", "content": sha256(content).hexdigest()}],
            }


def _references(components: Iterable[Bom]) -> set[str]:
    return {each["bom-ref"] for each in components}


def _asked() -> list[str]:
    """The packages of requirements.txt, all of which the systems that an image is made on need."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return [found[1] for line in lines if (found := ASKED.match(line))]


def _plain(name: str) -> str:
    """The name of a package, which may be written in several ways."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _version() -> str:
    with (ROOT / "data" / "release.csv").open(encoding="utf-8", newline="") as rows:
        return next(row["value"] for row in csv.DictReader(rows) if row["key"] == "version")


if __name__ == "__main__":
    sys.exit(main())
