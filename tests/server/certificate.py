"""A certificate for a server of this machine, made for one run of the tests."""

import shutil
import subprocess
from pathlib import Path

NO_OPENSSL = (
    "The tests of TLS need openssl and none was found: install it "
    "(Debian and Ubuntu: sudo apt-get install openssl)."
)


def make_certificate(folder: Path) -> Path:
    """A file with a certificate for localhost and its key."""
    openssl = shutil.which("openssl")
    assert openssl, NO_OPENSSL
    whole, key = folder / "care.pem", folder / "key.pem"
    subprocess.run(
        [
            *(openssl, "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=localhost"),
            *("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
            *("-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"),
            *("-out", str(whole), "-keyout", str(key)),
        ],
        check=True,
        capture_output=True,
    )
    with whole.open("a", encoding="utf-8") as file:
        file.write(key.read_text(encoding="utf-8"))
    return whole
