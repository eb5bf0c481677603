"""The centre's logo or name on a page that is not live yet, with room for the picture."""

from __future__ import annotations

from dataclasses import dataclass

from carechoice.catalog.in_use import catalog
from carechoice.language.everywhere import is_marked
from carechoice.ui.assets import logo_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A logo that is read out as the name, or the name alone where ``address`` is empty."""

    name: str
    address: str = ""
    width_px: int = 0
    height_px: int = 0


def mark() -> Mark | None:
    """The mark of the catalog in use, if its centre has one."""
    if not is_marked():
        return None
    name, logo = catalog().centre.name, catalog().own.logo
    if not logo:
        return Mark(name=name)
    width_px, height_px = logo.on_a_page_px()
    address = logo_address(logo.content)
    return Mark(name=name, address=address, width_px=width_px, height_px=height_px)
