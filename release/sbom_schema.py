"""What CycloneDX's own schema has against a list of what a release is made of."""

from __future__ import annotations

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

SPECIFICATION = "1.6"


def problem(text: str) -> str:
    """The first thing in the JSON that the schema does not know, or "" where there is none."""
    validator = JsonStrictValidator(SchemaVersion.from_version(SPECIFICATION))
    found = validator.validate_str(text)
    return str(found) if found else ""
