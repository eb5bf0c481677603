"""The files in deploy/ fit the product: its addresses, its settings, its image."""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import fields

import kubernetes_validate
import pytest
import yaml
from sources import ROOT

from carechoice.web.limits.settings import PREFIX, Limits
from carechoice.web.operation import ACCESS_LOG, METRICS
from carechoice.web.probes import ALIVE, PROBES, READY

DEPLOY = ROOT / "deploy"
YAML = sorted(DEPLOY.rglob("*.yaml"))
PARTS = ("deployment", "service", "ingress", "disruption", "autoscaling")
PROBED = ("startupProbe", "readinessProbe", "livenessProbe")
SETTINGS = {
    ACCESS_LOG,
    METRICS,
    "CARECHOICE_DATA",
    "FORWARDED_ALLOW_IPS",
    "PORT",
    *(f"{PREFIX}{field.name.upper()}" for field in fields(Limits)),
}
NGINX = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
HAPROXY = (DEPLOY / "haproxy.cfg").read_text(encoding="utf-8")
UNIT = (DEPLOY / "carechoice@.service").read_text(encoding="utf-8")
SECONDS_TO_END = 30
CONFIG = (ROOT / ".streamlit/config.toml").read_text(encoding="utf-8")
IMAGE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def read(path):
    return yaml.safe_load((DEPLOY / path).read_text(encoding="utf-8"))


@pytest.fixture
def container():
    return read("kubernetes/deployment.yaml")["spec"]["template"]["spec"]["containers"][0]


def test_kubernetes_is_given_all_files_there_are():
    named = set(read("kubernetes/kustomization.yaml")["resources"])
    there = {path.name for path in YAML if path.parent.name == "kubernetes"}
    assert named == there - {"kustomization.yaml"}


@pytest.mark.parametrize("version", ["1.30", "1.37"])
@pytest.mark.parametrize("name", PARTS)
def test_kubernetes_knows_every_word_of_a_file(name, version):
    """The first version that can wait before a container ends without a shell, and the newest."""
    kubernetes_validate.validate(read(f"kubernetes/{name}.yaml"), version, strict=True)


def test_a_word_that_kubernetes_does_not_know_would_be_found():
    file = read("kubernetes/service.yaml")
    file["spec"]["port"] = 80
    with pytest.raises(kubernetes_validate.ValidationError, match="port"):
        kubernetes_validate.validate(file, "1.37", strict=True)


def test_each_names_the_same_thing():
    files = [read(f"kubernetes/{name}.yaml") for name in PARTS]
    assert {each["metadata"]["name"] for each in files} == {"carechoice"}
    deployment, service, disruption = (
        read(f"kubernetes/{name}.yaml")["spec"] for name in ("deployment", "service", "disruption")
    )
    label = deployment["template"]["metadata"]["labels"]
    assert deployment["selector"]["matchLabels"] == label
    assert service["selector"] == label
    assert disruption["selector"]["matchLabels"] == label
    assert read("kubernetes/autoscaling.yaml")["spec"]["scaleTargetRef"]["name"] == "carechoice"


def test_what_is_asked_of_a_container_is_what_it_answers(container):
    asked = {
        name: container[f"{name}Probe"]["httpGet"]["path"]
        for name in ("startup", "readiness", "liveness")
    }
    assert asked == {"startup": READY, "readiness": READY, "liveness": ALIVE}
    (port,) = container["ports"]
    assert f"EXPOSE {port['containerPort']}" in IMAGE


def test_it_runs_as_the_user_of_the_image_and_writes_nowhere(container):
    pod = read("kubernetes/deployment.yaml")["spec"]["template"]["spec"]
    assert f"USER {pod['securityContext']['runAsUser']}" in IMAGE
    assert container["securityContext"]["readOnlyRootFilesystem"]
    process = read("compose.yaml")["x-process"]
    assert process["read_only"]
    assert process["cap_drop"] == ["ALL"]


def test_the_image_is_nobodys_and_can_change_none_of_its_code():
    stages = re.split(r"^FROM ", IMAGE, flags=re.M)
    (user,) = re.findall(r"^USER (\d+)$", IMAGE, re.M)
    assert int(user) > 0
    # All that it needs is there before, as root's.
    assert not re.search(r"^(COPY|RUN)", stages[-1].partition("\nUSER ")[2], re.M)
    assert "--chown" not in IMAGE


def test_nothing_is_started_by_a_shell_in_the_image(container):
    """So it starts in one that has none: its commands are lists, and nobody puts another there."""
    commands = re.findall(r"^ *CMD (.+)$|^ENTRYPOINT (.+)$", IMAGE, re.M)
    assert len(commands) == 2
    for command in map("".join, commands):
        assert json.loads(command)[0] == "python"
    process = read("compose.yaml")["x-process"]
    assert not {"command", "args", "entrypoint"} & (container.keys() | process.keys())
    assert container["lifecycle"]["preStop"].keys() == {"sleep"}
    assert not any("exec" in container[probe] for probe in PROBED)


def test_each_stage_of_the_image_stands_on_the_base_that_is_passed_in():
    """By its digest where a release is made, as the head of the file has it."""
    assert re.findall(r"^(?:ARG|FROM) (.+)$", IMAGE, re.M) == [
        "BASE=python:3.11-slim",
        "${BASE} AS base",
        "base AS build",
        "base",
    ]
    assert "--build-arg BASE=" in IMAGE.partition("ARG BASE")[0]


def test_settings_that_are_set_are_ours(container):
    process = read("compose.yaml")["x-process"]
    named = {each["name"] for each in container["env"]} | set(process["environment"])
    assert named | set(re.findall(r"CARECHOICE_\w+", UNIT)) <= SETTINGS


def test_an_answer_under_way_has_as_long_everywhere():
    pod = read("kubernetes/deployment.yaml")["spec"]["template"]["spec"]
    before = pod["containers"][0]["lifecycle"]["preStop"]["sleep"]["seconds"]
    compose = read("compose.yaml")["x-process"]["stop_grace_period"]
    assert compose == f"{SECONDS_TO_END}s"
    assert f"TimeoutStopSec={SECONDS_TO_END}\n" in UNIT
    assert pod["terminationGracePeriodSeconds"] >= before + SECONDS_TO_END


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="This machine has no systemd.")
def test_systemd_knows_every_word_of_its_file(tmp_path):
    """It also looks for the programs that a file names, so here they are those of this folder."""
    unit = tmp_path / "carechoice@8501.service"
    here = UNIT.replace("/opt/carechoice/.venv/bin/python", sys.executable)
    unit.write_text(here.replace("/opt/carechoice", str(ROOT)), encoding="utf-8")
    asked = ["systemd-analyze", "verify", str(unit)]
    # What it does not know it only says, and ends as if all were well.
    assert subprocess.run(asked, capture_output=True, text=True, check=True).stderr == ""


@pytest.mark.skipif(
    not shutil.which("docker-compose"), reason="This machine has no docker-compose."
)
def test_compose_knows_every_word_of_its_file():
    asked = ["docker-compose", "-f", str(DEPLOY / "compose.yaml"), "config", "--quiet"]
    subprocess.run(asked, capture_output=True, check=True)


def test_compose_has_the_two_processes_that_nginx_asks():
    services = read("compose.yaml")["services"]
    ((asked, by_name),) = re.findall(r"s/(\S+?)/(\S+?)/'", services["nginx"]["command"])
    named = set(re.findall(r"server (\S+:\d+)", re.sub(asked, by_name, NGINX)))
    ports = {
        name: each["environment"]["PORT"] for name, each in services.items() if name != "nginx"
    }
    assert named == {f"{name}:{port}" for name, port in ports.items()}
    assert set(services["nginx"]["depends_on"]) == set(ports)


@pytest.mark.parametrize("proxy", [NGINX, HAPROXY], ids=["nginx", "haproxy"])
def test_a_proxy_keeps_from_the_outside_what_is_for_machines(proxy):
    assert {each for each in (*PROBES, "/share") if shuts(proxy, each)} == set(PROBES)


def shuts(proxy, path):
    """Whether it answers 404 in place of the processes."""
    if proxy is NGINX:
        (shut,) = re.findall(r"location ~ (\S+) { return 404; }", proxy)
        return re.search(shut, f"/care{path}")
    (shut,) = re.findall(r"deny_status 404 if { var\(txn.path\) -m str (.+) }", proxy)
    return f"/care{path}" in shut.split()


def test_a_paper_of_a_plan_goes_through_each_proxy():
    most = int(re.search(r"^maxUploadSize = (\d+)$", CONFIG, re.M)[1])
    ingress = read("kubernetes/ingress.yaml")["metadata"]["annotations"]
    taken = {
        "nginx": int(re.search(r"client_max_body_size (\d+)m;", NGINX)[1]),
        "haproxy": int(re.search(r"req.body_size gt (\d+)", HAPROXY)[1]) / 2**20,
        "ingress": int(ingress["nginx.ingress.kubernetes.io/proxy-body-size"].removesuffix("m")),
    }
    # Around the file stand its name and kind.
    assert {name for name, mb in taken.items() if most < mb <= most + 1} == set(taken)


@pytest.mark.parametrize("path", YAML, ids=lambda path: path.stem)
def test_a_file_is_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60
