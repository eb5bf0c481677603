"""What stands around the pages: the JSON route, the headers, the check at the start."""

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
import streamlit
from pyarrow import Codec
from scenarios import TODAY, scenario
from starlette.responses import HTMLResponse
from starlette.testclient import TestClient

from carechoice.catalog.in_use import catalog
from carechoice.catalog.load import DEFAULT_FOLDER
from carechoice.comparison.compare import compare
from carechoice.comparison.plain_values import plain_values
from carechoice.documents.opened import MOST_BYTES
from carechoice.inputs.handed_on.link import freeze
from carechoice.ui.assets import (
    AT_ONCE,
    PACKAGE,
    PLOTLY,
    SCRIPTS,
    WITH_MARKUP,
    address,
    brotli,
    component_file,
    script,
)
from carechoice.web.headers import SecurityHeaders, of_pages
from carechoice.web.static.framework_files import FILES, FONTS
from carechoice.web.static.immutable_files import SOON

ROOT = Path(__file__).parents[2]


def test_the_route_answers_with_the_comparison_the_page_shows(client):
    asked = scenario(plan="medicare", iop_weeks=6)
    answer = client.get("/api/compare", params=asked.to_query())
    assert answer.status_code == 200
    expected = json.loads(json.dumps(plain_values(compare(asked)), default=str))
    assert {key: answer.json()[key] for key in expected} == expected


def test_the_route_takes_the_parameters_of_a_frozen_link(client):
    asked = freeze(scenario(plan="medicare"), TODAY).to_query()
    answer = client.get("/api/compare", params=asked)
    assert answer.status_code == 200
    assert answer.json()["scenario"]["plan"] == "medicare"


def test_the_answer_names_the_version_of_the_data(client):
    answer = client.get("/api/compare").json()
    assert answer["data"]["version"] == catalog().release["version"].value


def test_bad_values_are_refused_with_every_field_and_reason(client):
    answer = client.get("/api/compare?iop_weeks=99&colour=red&therapy_sessions=4")
    assert answer.status_code == 422
    assert answer.json()["errors"] == [
        {"field": "iop_weeks", "given": "99", "reason": "it must lie between 1 and 26"},
        {"field": "colour", "given": "red", "reason": "there is no such input"},
    ]


def test_a_value_given_twice_is_refused(client):
    answer = client.get("/api/compare?iop_weeks=4&iop_weeks=5")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "iop_weeks"


@pytest.mark.parametrize(
    "path", ["/", "/api/compare", "/api/nothing", "/missing", "/_stcore/health"]
)
def test_every_answer_has_the_security_headers(client, path):
    answer = client.get(path)
    assert {name: answer.headers[name] for name in of_pages()} == of_pages()


@pytest.mark.parametrize("file", [address(PLOTLY), "static/js/index", "static/media/Material"])
def test_a_file_is_what_it_says_and_has_no_headers_that_are_for_pages(client, file):
    (path, *_) = [each for each in [*FILES, f"/{address(PLOTLY)}"] if each.startswith(f"/{file}")]
    headers = client.get(path).headers
    assert {name for name in of_pages() if name in headers} == {"X-Content-Type-Options"}


def test_answers_with_a_persons_numbers_are_not_to_be_stored(client):
    assert client.get("/api/compare").headers["cache-control"] == "no-store"
    assert "no-store" in client.get("/_stcore/health").headers["cache-control"]


def test_an_unknown_address_of_the_route_is_answered_as_such(client):
    answer = client.get("/api/nothing")
    assert answer.status_code == 404
    assert "/api/compare" in answer.json()["errors"][0]["reason"]


def test_an_error_of_the_server_has_the_security_headers_too(client, monkeypatch):
    monkeypatch.setattr("carechoice.web.routes.compare.compare", lambda _scenario: 1 / 0)
    answer = client.get("/api/compare")
    assert answer.status_code == 500
    assert {name: answer.headers[name] for name in of_pages()} == of_pages()
    assert re.fullmatch(
        r"This did not work, and it is not your doing. Try again. If it keeps happening, tell "
        r"whoever runs this site the number [0-9A-F]{8}\.",
        answer.text,
    )


def test_the_content_policy_lets_nothing_in_from_outside():
    policy = of_pages()["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy
    assert "*" not in policy
    assert "unsafe" not in policy.replace("style-src 'self' 'unsafe-inline'", "")


def test_the_only_inline_scripts_let_in_are_those_of_our_pages(client):
    # What is told as JSON is run by nobody.
    page = client.get("/?shown=framed").text
    scripts = re.findall(r"<script(?! type=.application/json)[^>]*>([^<]+)<", page)
    hashes = [base64.b64encode(hashlib.sha256(each.encode()).digest()) for each in scripts]
    allowed = re.findall(r"'sha256-[^']+'", of_pages()["Content-Security-Policy"])
    assert len(allowed) == 3
    assert sorted(f"'sha256-{each.decode()}'" for each in hashes) == sorted(allowed)


def test_settings_keep_people_private_and_uploads_as_small_as_a_paper_of_a_plan():
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["browser"]["gatherUsageStats"] is False
    # No cookie: a foreign page is kept from changing anything by its Origin (test_origin.py).
    assert config["server"]["enableXsrfProtection"] is False
    assert config["server"]["maxUploadSize"] * 1_000_000 == MOST_BYTES
    # What a browser may say at once; it holds 20 MB in memory if it may say that.
    assert config["server"]["maxWidgetStateSize"] <= 1
    assert config["server"]["maxMessageSize"] <= 4
    assert config["client"]["showErrorDetails"] == "none"
    # It prints what errors say past every log.
    assert config["logger"]["enableRich"] is False


def start(command, **environment):
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "command", [["app.py"], ["-m", "streamlit", "run", "app.py", "--server.headless", "true"]]
)
def test_the_server_does_not_start_on_bad_data_and_names_all_errors(command, tmp_path):
    spoiled = shutil.copytree(DEFAULT_FOLDER, tmp_path / "data")
    for name, old, new in (
        ("prices.csv", "56.79", "cheap"),
        ("crisis.csv", ",published,", ",rumour,"),
    ):
        text = (spoiled / name).read_text(encoding="utf-8")
        (spoiled / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    ended = start(command, CARECHOICE_DATA=str(spoiled))
    assert ended.returncode != 0
    assert "prices.csv, row 2, column low" in ended.stderr
    assert "crisis.csv, row 2" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("file", SCRIPTS)
def test_scripts_come_from_the_server_and_may_be_kept_for_a_year(client, file):
    answer = client.get(f"/{address(file)}", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert "immutable" in answer.headers["cache-control"]
    assert answer.content == script(file)
    plain = client.get(f"/{address(file)}", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == script(file)


@pytest.mark.parametrize("file", WITH_MARKUP)
def test_a_script_brings_the_style_and_markup_of_its_component_along(client, file):
    said = re.search(r"^export const look = (.+);$", client.get(f"/{address(file)}").text, re.M)
    look = json.loads(said[1])
    assert all(component_file(file.replace(".js", end)) in look for end in (".css", ".html"))


def test_each_page_names_the_scripts_it_will_need(client):
    for page in ("", "bill", "share"):
        link = client.get(f"/{page}").headers["link"]
        named = re.findall(r"<([^>]+)>; rel=modulepreload", link)
        assert named == [address(file) for file in AT_ONCE]
        assert all(client.get(f"/{each}").status_code == 200 for each in named)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", f"/{address(PLOTLY)}", 200),
        ("GET", "/nothing", 404),
        # Scripts that are looked for from here are none.
        ("GET", "/nothing/x", 404),
        ("GET", "/centre", 404),
        ("GET", "/api/compare", 200),
        ("GET", "/_stcore/health", 200),
        ("POST", "/bill", 405),
        ("GET", "/bill/", 301),
    ],
)
def test_no_other_answer_names_a_script(client, method, path, status):
    answer = client.request(method, path, follow_redirects=False)
    assert answer.status_code == status
    assert "link" not in answer.headers


@pytest.mark.parametrize("status", [408, 413, 429, 500, 503])
def test_a_page_that_is_refused_asks_for_nothing_more(status):
    busy = HTMLResponse("<h1>CareChoice is busy</h1>", status_code=status)
    assert "link" not in TestClient(SecurityHeaders(busy)).get("/bill").headers


def test_plotlys_script_has_the_version_of_the_pinned_package():
    whole = distribution("plotly").locate_file("plotly/package_data/plotly.min.js").read_bytes()
    version = re.search(rb"plotly.js v([\d.]+)", whole)[1]
    header = script(PLOTLY)[:200]
    assert b"plotly.js (basic - minified) v" + version in header


def test_browsers_compile_plotlys_script_as_it_comes_since_its_one_function_stands_in_parentheses():
    assert b", (() => {" in script(PLOTLY)[:500]
    assert script(PLOTLY).endswith(b"})));")
    assert Codec("brotli").decompress(brotli(), len(script(PLOTLY)), asbytes=True) == script(PLOTLY)


def test_who_asks_for_a_script_after_somebody_else_gets_it_smaller_than_the_first(client):
    page = client.get("/").text
    found = re.search(r"static/js/StreamlitMarkdown[^\"]+\.js", page)[0]

    def size():
        answer = client.head(f"/{found}", headers={"Accept-Encoding": "br"})
        return int(answer.headers["content-length"])

    first = len(Codec("brotli", compression_level=SOON).compress(script_of_framework(found)))
    assert size() <= first
    assert size() < 0.97 * first


def script_of_framework(path):
    return (Path(streamlit.__file__).parent / "static" / path).read_bytes()


def test_the_frameworks_scripts_come_compressed_and_whole(client):
    page = client.get("/").text
    script = re.search(r"static/js/index[^\"]+\.js", page)[0]
    answer = client.get(f"/{script}", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert "immutable" in answer.headers["cache-control"]
    plain = client.get(f"/{script}", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert answer.content == plain.content


@pytest.mark.parametrize("script", [r"static/js/index[^\"]+\.js", r"assets/gallery[^>]+\.js"])
def test_browsers_that_take_brotli_get_each_script_so_and_whole(client, script):
    page = client.get("/")
    found = re.search(script, f"{page.text}{page.headers['link']}")[0]
    plain = client.get(f"/{found}", headers={"Accept-Encoding": "identity"})
    with client.stream("GET", f"/{found}", headers={"Accept-Encoding": "gzip, br"}) as answer:
        assert answer.headers["content-encoding"] == "br"
        small = b"".join(answer.iter_raw())
    assert Codec("brotli").decompress(small, len(plain.content), asbytes=True) == plain.content
    zipped = client.head(f"/{found}", headers={"Accept-Encoding": "gzip"})
    assert len(small) < int(zipped.headers["content-length"])


def test_plotlys_script_comes_smaller_to_browsers_that_take_it_so(client):
    answer = client.get(f"/{address(PLOTLY)}", headers={"Accept-Encoding": "gzip, br"})
    assert answer.headers["content-encoding"] == "br"
    assert int(answer.headers["content-length"]) < 0.3 * len(script(PLOTLY))


def test_the_font_of_icons_has_those_that_the_frameworks_scripts_name_and_no_others(client):
    font, *names = (FONTS / "icons/symbols.txt").read_text(encoding="utf-8").split()
    static = Path(streamlit.__file__).parent / "static" / "static"
    scripts = [file.read_text(encoding="utf-8") for file in (static / "js").glob("*.js")]
    named = {name for text in scripts for name in re.findall(r":material/([a-z0-9_]+):", text)}
    # Named in an example of the framework's, and in none of its own fonts.
    assert named - {"star_filled"} == set(names)
    assert (static / "media" / font).exists()
    answer = client.get(f"/static/media/{font}")
    assert int(answer.headers["content-length"]) < 10_000
    assert answer.headers["content-type"] == "font/woff2"


def test_the_font_of_letters_has_all_that_the_pages_say_and_is_a_fourth_of_the_frameworks(client):
    font, *ranges = (FONTS / "letters/latin.txt").read_text(encoding="utf-8").splitlines()
    ends = [each.split()[0].split("-") for each in ranges]
    letters = {chr(code) for a, b in ends for code in range(int(a, 16), int(b, 16) + 1)}
    folder = PACKAGE.parent / "data"
    said = {letter for file in folder.rglob("*.csv") for letter in file.read_text(encoding="utf-8")}
    assert said - letters == {"\n"}
    whole = Path(streamlit.__file__).parent / "static" / "static" / "media" / font
    answer = client.get(f"/static/media/{font}")
    assert int(answer.headers["content-length"]) < 0.3 * whole.stat().st_size
    assert answer.headers["content-type"] == "font/woff2"
