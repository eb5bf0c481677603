"""The proxies that may stand before the processes, each as its file in this folder has it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from grp import getgrgid
from pathlib import Path

from deploy.servers import HERE, Server

FOLDER = Path(__file__).parent
# The ports of the two processes in the files, what they listen at and where certificates are.
PORTS = (8501, 8502)
PLAIN = re.compile(r"^ +(?:listen|bind) :?80\b.*\n", re.M)
OVER_TLS = re.compile(r"# (?=listen 443|bind :443|ssl_certificate)")
LISTENS = re.compile(r"(listen|bind) :?(?:80|443)\b")
CERTIFICATE = "/etc/ssl/care.pem"
# Where this folder is by the files.
USUAL_FOLDER = "/opt/carechoice/deploy"
READY = "/care/_stcore/health"

# What stands around the site of nginx; its files are where anyone may write. Who starts it as root
# has it read this folder as root, which nobody else may be able to.
AROUND = """daemon off; {user} pid {folder}/nginx.pid; error_log stderr crit;
events {{ worker_connections 4096; }}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/nginx.conf;
}}
"""


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy by the name of its program, Debian's smallest package of it, and our file for it.

    ``arguments`` are those it starts with, where {folder} is what it may write to.
    """

    name: str
    package: str
    file: str
    arguments: tuple[str, ...]

    @property
    def variable(self) -> str:
        """The variable of the environment that says where its program is."""
        return f"CARECHOICE_{self.name.upper()}"

    @property
    def path(self) -> str | None:
        """Its program on this machine, or None."""
        places = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
        return os.environ.get(self.variable) or shutil.which(self.name, path=places)

    @property
    def missing(self) -> str:
        """What to do where there is none."""
        return (
            f"{self.name} was not found: install it (Debian and Ubuntu: sudo apt-get install "
            f"{self.package}; macOS: brew install {self.name}), or set {self.variable} to the "
            "path of one."
        )

    def server(
        self, folder: Path, port: int, processes: Sequence[int], certificate: Path | None = None
    ) -> Server:
        """It, to be started at a port before two processes at theirs; with TLS by a certificate.

        The file of the certificate has its key, too. Raises SystemExit where there is no proxy.
        """
        if self.path is None:
            raise SystemExit(self.missing)
        text = (FOLDER / self.file).read_text(encoding="utf-8")
        if certificate:
            text = OVER_TLS.sub("", PLAIN.sub("", text)).replace(CERTIFICATE, str(certificate))
        text = LISTENS.sub(rf"\1 {HERE}:{port}", text).replace("/var/log/nginx", str(folder))
        text = text.replace(USUAL_FOLDER, str(FOLDER))
        for usual, picked in zip(PORTS, processes, strict=True):
            text = text.replace(f":{usual}", f":{picked}")
        (folder / self.file).write_text(text, encoding="utf-8")
        user = f"user root {getgrgid(0).gr_name};" if os.geteuid() == 0 else ""
        around = AROUND.format(folder=folder, user=user)
        (folder / "around.conf").write_text(around, encoding="utf-8")
        arguments = [each.format(folder=folder) for each in self.arguments]
        command = [self.path, *arguments]
        return Server(command, port, folder / "care.log", READY, has_tls=certificate is not None)


NGINX = Proxy(
    "nginx",
    "nginx-light",
    "nginx.conf",
    ("-p", "{folder}", "-c", "{folder}/around.conf", "-e", "stderr"),
)
HAPROXY = Proxy("haproxy", "haproxy", "haproxy.cfg", ("-db", "-f", "{folder}/haproxy.cfg"))
PROXIES = {each.name: each for each in (NGINX, HAPROXY)}
