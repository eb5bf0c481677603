"""What is answered in the framework's place, from the outside in."""

from __future__ import annotations

from starlette.middleware import Middleware

from carechoice.web.files import NoPageForUnknown
from carechoice.web.files_in_our_words import FilesInOurWords
from carechoice.web.framework_files import FrameworkFiles
from carechoice.web.host_config import HostConfig

LAYERS = (FilesInOurWords, HostConfig, FrameworkFiles, NoPageForUnknown)


def in_its_place(base_path: str) -> list[Middleware]:
    """The layers for pages below the base path."""
    return [Middleware(layer, base_path=base_path) for layer in LAYERS]
