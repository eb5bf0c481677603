"""Find a Chromium for the browser tests, or install one.

`chromium_path()` only looks; running this file as a script also installs.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import PurePath

# Chromium without its windows opens a page a quarter faster, and the tests open some hundred.
PACKAGES = ("chromium-headless-shell", "chromium")
COMMANDS = (*PACKAGES, "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

# Run in a process of its own, because Playwright's sync API cannot start twice in
# one thread and a test fixture may already have started it. Opening a page tells
# more than `--version`: it also rules out Ubuntu's snap shims and browsers whose
# libraries or sandbox are not usable here.
PROBE = """
import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    path = sys.argv[1] or playwright.chromium.executable_path
    browser = playwright.chromium.launch(executable_path=path)
    browser.new_page().goto("data:text/html,<title>ready</title>")
    browser.close()
print(path)
"""

NO_BROWSER = (
    "The browser tests need Chromium and none could be found or installed: "
    "install Chromium or Google Chrome, or set CARECHOICE_CHROMIUM to the path of one, "
    "then run again."
)


def chromium_path() -> str | None:
    """Return the first Chromium that opens a page, or None."""
    for candidate in _candidates():
        if path := _working(candidate):
            return path
    return None


def _candidates() -> Iterator[str]:
    """Yield paths in order of preference; "" stands for Playwright's own browser."""
    if chosen := os.environ.get("CARECHOICE_CHROMIUM"):
        # An explicit choice that fails must be noticed, not silently replaced.
        yield chosen
        return
    yield from filter(None, map(shutil.which, COMMANDS))
    yield from filter(os.path.exists, MAC_APPS)
    yield ""


def _working(candidate: str) -> str | None:
    try:
        probe = subprocess.run(
            [sys.executable, "-c", PROBE, candidate],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    return probe.stdout.strip() if probe.returncode == 0 else None


def root_prefix() -> list[str] | None:
    """Return what turns a command into one run by root, or None when not allowed."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and succeeds(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def _has_chromium_package() -> bool:
    # Ubuntu's chromium package only fetches a snap, which waits on the snap store
    # and does not run in containers. Playwright supports Ubuntu itself.
    if not shutil.which("apt-get"):
        return False
    try:
        return platform.freedesktop_os_release().get("ID") != "ubuntu"
    except OSError:
        return False


def _installers() -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each way to install Chromium: its name and its commands, best first."""
    root = root_prefix()
    if root is not None and _has_chromium_package():
        apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
        install = [*apt, "install", "-y", "--no-install-recommends"]
        # Some releases lack the first one.
        for package in PACKAGES:
            yield f"apt-get, {package}", [[*apt, "update"], [*install, package]]
    playwright = [sys.executable, "-m", "playwright", "install"]
    if root is not None:
        yield "Playwright", [[*playwright, "--with-deps", "chromium"]]
    # Also after a failure above: --with-deps knows only some distributions.
    yield "Playwright, browser only", [[*playwright, "chromium"]]


def succeeds(command: list[str]) -> bool:
    finished = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return finished.returncode == 0


def _is_lightest(path: str) -> bool:
    """Whether no package here has a browser that opens pages faster."""
    has_package = root_prefix() is not None and _has_chromium_package()
    return not has_package or PurePath(path).name == PACKAGES[0]


def main() -> None:
    chosen = os.environ.get("CARECHOICE_CHROMIUM")
    path = chromium_path()
    if chosen and not path:
        sys.exit(f"CARECHOICE_CHROMIUM={chosen} starts no browser: fix or unset it.")
    if not path or not (chosen or _is_lightest(path)):
        path = _installed() or path
    if not path:
        sys.exit(NO_BROWSER)
    print(f"The browser tests use {path}.")


def _installed() -> str | None:
    for name, commands in _installers():
        print(f"Installing Chromium for the browser tests ({name}) ...", flush=True)
        # A failed step does not decide (an update can fail over one stale source);
        # whether a browser starts afterwards does.
        for command in commands:
            succeeds(command)
        if path := chromium_path():
            return path
    return None


if __name__ == "__main__":
    main()
