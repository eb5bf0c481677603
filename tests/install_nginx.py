"""Find nginx for the tests of several processes behind it, or install it."""

import sys

from install_browser import root_prefix, succeeds

from deploy.fleet import NO_NGINX, nginx_path

# The smallest that has what deploy/nginx.conf needs.
PACKAGE = "nginx-light"


def main() -> None:
    if not nginx_path():
        print(f"Installing {PACKAGE} for the tests of several processes ...", flush=True)
        root = root_prefix()
        if root is not None:
            apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
            succeeds([*apt, "update"])
            succeeds([*apt, "install", "-y", "--no-install-recommends", PACKAGE])
    if not nginx_path():
        sys.exit(NO_NGINX)
    print(f"The tests of several processes use {nginx_path()}.")


if __name__ == "__main__":
    main()
