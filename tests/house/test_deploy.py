"""The files in deploy/ fit the product: its addresses, its settings, its image."""

import json
import re
from dataclasses import fields
from importlib.util import find_spec

import kubernetes_validate
import pytest
import yaml
from sources import ROOT

from carechoice.setup.hand_in_route import MOST_BODY_BYTES
from carechoice.web.limits.settings import PREFIX, Limits
from carechoice.web.limits.uploads import UPLOADS
from carechoice.web.operating.operation import ACCESS_LOG, METRICS
from carechoice.web.operating.probes import ALIVE, PROBES, READY
from carechoice.web.routes.ahead_request import MOST_BYTES

DEPLOY = ROOT / "deploy"
YAML = sorted(DEPLOY.rglob("*.yaml"))
PARTS = ("deployment", "service", "ingress", "shut", "disruption", "autoscaling")
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


def file(path):
    return (DEPLOY / path).read_text(encoding="utf-8")


def read(path):
    return yaml.safe_load(file(path))


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
    files = [read(f"kubernetes/{name}.yaml") for name in PARTS if name != "shut"]
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


def with_centre(text):
    """A file as it is where staff hand a workbook in on a page, as its own comment says."""
    assert "# Without `#/centre ` in front, " in text
    return text.replace("#/centre ", "")


def test_where_staff_hand_a_workbook_in_all_processes_share_a_folder_they_may_write_to():
    """As the files come they write nowhere, and the page is off."""
    pod = yaml.safe_load(with_centre(file("kubernetes/deployment.yaml")))
    kubernetes_validate.validate(pod, "1.37", strict=True)
    spec = pod["spec"]["template"]["spec"]
    (container,) = spec["containers"]
    env = {each["name"]: each for each in container["env"]}
    assert env.keys() >= {"CARECHOICE_DATA", "CARECHOICE_STAFF_SECRET"}
    mounted = {each["name"]: each["mountPath"] for each in container["volumeMounts"]}
    assert env["CARECHOICE_DATA"]["value"] == f"{mounted['centre']}/data"
    assert {each["name"] for each in spec["volumes"]} == set(mounted)
    assert spec["securityContext"]["fsGroup"] == spec["securityContext"]["runAsUser"]
    process = yaml.safe_load(with_centre(file("compose.yaml")))["x-process"]
    (volume,) = process["volumes"]
    assert process["environment"]["CARECHOICE_DATA"] == f"{volume.partition(':')[2]}/data"
    assert "CARECHOICE_STAFF_SECRET" in process["environment"]
    unit = with_centre(UNIT)
    (folder,) = re.findall(r"^StateDirectory=(\w+)$", unit, re.M)
    # Else each process is another nobody, and one cannot write what another has written.
    assert re.search(r"^User=\w+$", unit, re.M)
    assert f"CARECHOICE_DATA=/var/lib/{folder}/data" in unit


def test_compose_says_that_the_secret_is_missing():
    """Without words behind the sign, an older podman-compose takes the name for the secret."""
    assert re.search(r"\$\{CARECHOICE_STAFF_SECRET:\?\w[^}]*\}", file("compose.yaml"))


@pytest.mark.skipif(
    not find_spec("compose_spec"),
    reason="This environment is older than requirements-dev.lock; `make test` installs it.",
)
class TestComposeByAReader:
    """By a reader of the compose specification that takes no word it does not know."""

    @pytest.mark.parametrize("changed", [str, with_centre], ids=["as it is", "with /centre"])
    def test_it_knows_every_word_of_our_file(self, changed):
        self.whole(yaml.safe_load(changed(file("compose.yaml")))).validate()

    def test_a_word_that_compose_does_not_know_would_be_found(self):
        read_file = read("compose.yaml")
        read_file["services"]["nginx"]["prots"] = ["127.0.0.1:8080:80"]
        with pytest.raises(ValueError, match="prots"):
            self.whole(read_file)

    def whole(self, read_file):
        from compose_spec import PyCompose  # noqa: PLC0415, it may not be there

        return PyCompose.from_json(json.dumps(read_file))


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


UNITS = {"k": 2**10, "m": 2**20}


def in_bytes(said, part):
    """What nginx is told of a size in a part of its file; None where nothing is."""
    found = re.search(rf"{said} (\d+)([km]);", part)
    return found and int(found[1]) * UNITS[found[2]]


def places():
    """The places of nginx that are passed on, with what is said in each, by their address."""
    found = re.findall(r"location (?:\^~ |= |~ )?(\S+) {\n(.*?)\n    }\n", NGINX, re.S)
    return {address: said for address, said in found if "proxy_pass" in said}


def test_nginx_has_a_whole_body_in_memory_or_passes_it_on_as_it_comes():
    """So nothing of anyone's goes to a disk, and a slow line has no process wait for it."""
    around = NGINX.partition("    location ")[0]
    assert "proxy_max_temp_file_size 0;" in around
    assert len(places()) == 4
    for address, said in places().items():
        most, held = (
            in_bytes(name, said) or in_bytes(name, around)
            for name in ("client_max_body_size", "client_body_buffer_size")
        )
        if "proxy_request_buffering off;" in said:
            assert address == f"/care{UPLOADS}"
        else:
            assert most <= held
            # Of a length that is not said, how it is sent takes up room, too.
            assert "if ($http_transfer_encoding) { return 411; }" in said


def test_a_proxy_takes_what_a_page_asks_and_a_workbook_of_a_centre():
    workbook, asked = places()["/care/centre"], NGINX.partition("    location ")[0]
    assert in_bytes("client_max_body_size", workbook) > MOST_BODY_BYTES
    assert in_bytes("client_max_body_size", asked) > MOST_BYTES
    most = dict(re.findall(r"413 if (\S+).*{ req.body_size gt (\d+) }", HAPROXY))
    assert int(most["is_workbook"]) > MOST_BODY_BYTES
    assert int(most["!is_paper"]) > MOST_BYTES


def test_what_may_have_changed_something_is_asked_of_one_process_alone():
    again = [address for address, said in places().items() if "non_idempotent" in said]
    assert again == ["/care/api/"]
    assert NGINX.count("non_idempotent") == 1
    (kept,) = re.findall(r"disable-l7-retry unless (.+)", HAPROXY)
    assert kept == "{ method GET HEAD } or { var(txn.path) -m beg /care/api/ }"


def test_ingress_writes_nothing_to_a_disk_and_leaves_a_visit_where_it_is():
    said = read("kubernetes/ingress.yaml")["metadata"]["annotations"]
    told = {name.rpartition("/")[2]: value for name, value in said.items()}
    assert told["proxy-request-buffering"] == "off"
    assert told["proxy-max-temp-file-size"] == "0"
    assert told["affinity-mode"] == "persistent"


def test_ingress_keeps_from_the_outside_what_is_for_machines():
    shut = read("kubernetes/shut.yaml")
    (rule,), (open_,) = (file["spec"]["rules"] for file in (shut, read("kubernetes/ingress.yaml")))
    assert rule["host"] == open_["host"]
    paths = {each["path"]: each["pathType"] for each in rule["http"]["paths"]}
    assert paths == dict.fromkeys(PROBES, "Exact")
    said = shut["metadata"]["annotations"]
    assert said["nginx.ingress.kubernetes.io/denylist-source-range"] == "0.0.0.0/0,::/0"


def test_more_people_are_more_processes_once_one_has_its_processor_to_do(container):
    """A share of what is asked for is a share of one processor, which one process uses."""
    assert container["resources"]["requests"]["cpu"] == "1"
    (metric,) = read("kubernetes/autoscaling.yaml")["spec"]["metrics"]
    assert metric["resource"]["target"] == {"type": "Utilization", "averageUtilization": 70}


def test_a_service_of_the_same_name_sets_none_of_our_variables():
    """Kubernetes would set CARECHOICE_PORT and others like it in each container."""
    assert (
        read("kubernetes/deployment.yaml")["spec"]["template"]["spec"]["enableServiceLinks"]
        is False
    )


def test_an_image_is_named_by_its_version_where_no_digest_is_known():
    (image,) = read("kubernetes/kustomization.yaml")["images"]
    release = (ROOT / "data/release.csv").read_text(encoding="utf-8")
    assert f"version,{image['newTag']}\n" in release
    nginx = read("compose.yaml")["services"]["nginx"]["image"]
    assert re.fullmatch(r"nginx:\d+\.\d+-alpine", nginx)


def test_a_paper_of_a_plan_goes_through_each_proxy():
    most = int(re.search(r"^maxUploadSize = (\d+)$", CONFIG, re.M)[1])
    ingress = read("kubernetes/ingress.yaml")["metadata"]["annotations"]
    paper = places()[f"/care{UPLOADS}"]
    taken = {
        "nginx": in_bytes("client_max_body_size", paper) / 2**20,
        "haproxy": int(re.search(r"413 if is_paper { req.body_size gt (\d+)", HAPROXY)[1]) / 2**20,
        "ingress": int(ingress["nginx.ingress.kubernetes.io/proxy-body-size"].removesuffix("m")),
    }
    # Around the file stand its name and kind.
    assert {name for name, mb in taken.items() if most < mb <= most + 1} == set(taken)


@pytest.mark.parametrize("path", YAML, ids=lambda path: path.stem)
def test_a_file_is_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60
