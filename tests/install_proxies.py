"""Find the proxies for the tests of several processes behind them, or install them."""

import sys

from install_browser import root_prefix, succeeds

from deploy.proxies import PROXIES


def main() -> None:
    missing = [each.package for each in PROXIES.values() if not each.path]
    root = root_prefix() if missing else None
    if root is not None:
        print(f"Installing {', '.join(missing)} for the tests of several processes ...", flush=True)
        apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
        succeeds([*apt, "update"])
        succeeds([*apt, "install", "-y", "--no-install-recommends", *missing])
    for each in PROXIES.values():
        if not each.path:
            sys.exit(each.missing)
    used = " and ".join(each.path or "" for each in PROXIES.values())
    print(f"The tests of several processes use {used}.")


if __name__ == "__main__":
    main()
