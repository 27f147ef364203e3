"""`lobgids serve` as a process: who may reach it, what it sends, and that nothing is lost."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote, urlencode

import pytest

from lobgids.storage.reading import read
from tests.conftest import ROOT
from tests.fakes.pages import parsed

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Got(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


class Served(NamedTuple):
    """A server that runs, its port, and what stands before each address."""

    process: subprocess.Popen[str]
    port: int
    root: str
    home: Path

    def ask(self, method: str, path: str, body: str | bytes = b"", **headers: str) -> Got:
        """Ask for an address; `path` is behind the secret."""
        talk = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(talk):
            talk.request(method, self.root + path, body, {**(FORM if method == "POST" else {}), **named})
            got = talk.getresponse()
            return Got(got.status, {name.lower(): value for name, value in got.getheaders()}, got.read())

    def post(self, path: str, **fields: str) -> Got:
        """Send a form."""
        return self.ask("POST", path, urlencode({name.rstrip("_"): value for name, value in fields.items()}))

    def began(self) -> str:
        """The address of a conversation that begins now."""
        location = self.post("/begin?lang=nl", track="decaan").headers["location"]
        return location.removeprefix(self.root)


def serve(home: Path) -> Served:
    process = subprocess.Popen(
        [sys.executable, "-m", "lobgids", "serve", "--no-open", "--lang", "nl"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ, "HOME": str(home)},
    )  # fmt: skip
    assert process.stdout is not None
    found = re.search(r"http://127\.0\.0\.1:(\d+)(/\S+)/", process.stdout.readline() + process.stdout.readline())
    assert found
    return Served(process, int(found[1]), found[2], home)


@pytest.fixture
def served(own_home: Path, cached: None) -> Iterator[Served]:  # noqa: ARG001
    running = serve(own_home)
    yield running
    stop(running)


def stop(running: Served) -> None:
    running.process.kill()
    running.process.wait()
    assert running.process.stdout is not None
    running.process.stdout.close()


def test_only_who_has_the_address_on_this_computer_is_answered(served: Served) -> None:
    assert served._replace(root="").ask("GET", "/").status == 404
    assert served._replace(root="/verkeerd").ask("GET", "/").status == 404
    assert served.ask("GET", "/", Host="kwaad.example").status == 421
    assert served.ask("POST", "/begin", "track=decaan", Origin="http://kwaad.example").status == 421
    assert served.ask("POST", "/begin", "track=decaan", Sec_Fetch_Site="cross-site").status == 421
    names = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None) if info[0] == socket.AF_INET}
    for name in names - {"127.0.0.1", "127.0.1.1"}:
        with pytest.raises(ConnectionError), socket.create_connection((str(name), served.port), timeout=2):
            pass


def test_what_it_sends_runs_nothing_of_others_and_is_not_kept(served: Served) -> None:
    page = served.ask("GET", "/")
    policy = page.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe-inline" not in policy
    assert page.headers["cache-control"] == "no-store"
    assert b"style=" not in page.body
    report = served.ask("GET", f"{served.began()}/report?readers=me&form=html")
    assert (report.status, "sandbox" in report.headers["content-security-policy"]) == (200, True)
    for name, kind in (("page.css", "text/css"), ("page.js", "text/javascript")):
        assert served.ask("GET", f"/static/{name}").headers["content-type"].startswith(kind)
    assert served.ask("GET", "/static/../server.py").status == 404


def test_it_is_stopped_by_a_key_and_says_nothing_more(served: Served) -> None:
    assert served.ask("GET", "/").status == 200
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(timeout=30) == 0
    assert served.process.stdout is not None
    said = served.process.stdout.read().splitlines()
    assert said == ["Stoppen kan hier met Ctrl+C. Alles is bewaard."]


def test_a_body_that_is_too_long_is_not_read(served: Served) -> None:
    assert served.ask("POST", "/begin", b"", Content_Length=str(1 << 30)).status == 413


def test_what_no_page_of_ours_sends_is_refused_and_the_next_is_answered(served: Served) -> None:
    edge = {"Content_Type": "multipart/form-data; boundary=grens"}
    assert served.ask("POST", "/begin", b"--grens\r\nContent-Disposition: form-data\r\n\r\nx", **edge).status == 400
    assert served.ask("POST", "/begin", "&".join(f"veld{n}=1" for n in range(501))).status == 400
    assert served.ask("POST", "/begin", "track=\N{SNOWMAN}".encode()).status == 400
    assert served.ask("GET", "/?" + "&".join(f"veld{n}=1" for n in range(501))).status == 400
    assert served.ask("PUT", "/begin", "track=decaan").status == 405
    assert served.ask("HEAD", "/").status == 200
    assert served.began()


def test_an_answer_is_on_disk_before_the_next_question_and_survives_a_kill(served: Served) -> None:
    talk = served.began()
    assert served.post(talk, ask="welcome.school", at="0", words="Het Merlet").status == 303
    os.kill(served.process.pid, signal.SIGKILL)
    served.process.wait()
    again = serve(served.home)
    try:
        page = again.ask("GET", talk).body
        assert b"Het Merlet" in page
        assert b'value="welcome.part"' in page
        assert parsed(page) is not None
    finally:
        stop(again)


def test_of_two_forms_at_once_one_is_taken(served: Served) -> None:
    talk = served.began()
    with ThreadPoolExecutor(6) as many:
        sent = [many.submit(served.post, talk, ask="welcome.school", at="0", words=f"School {n}") for n in range(6)]
    assert sorted(one.result().status for one in sent) == [303, 409, 409, 409, 409, 409]
    files = list(served.home.rglob("*.lobgids"))
    assert len(read(files[0]).events) == 1
    assert unquote(talk).endswith(files[0].name)


def test_a_file_comes_in_and_goes_out_as_it_is(served: Served) -> None:
    content = (ROOT / "lobgids" / "examples" / "voorbeeld.lobgids").read_bytes()
    edge = "grens"
    body = (
        f'--{edge}\r\nContent-Disposition: form-data; name="document"; filename="mijn school.lobgids"\r\n\r\n'.encode()
        + content + f"\r\n--{edge}--\r\n".encode()
    )  # fmt: skip
    sent = served.ask("POST", "/open", body, Content_Type=f"multipart/form-data; boundary={edge}")
    assert sent.status == 303
    assert sent.headers["location"].endswith(quote("mijn school.lobgids"))
    out = served.ask("GET", f"/g/{quote('mijn school.lobgids')}/document")
    assert out.body == content
    assert "attachment" in out.headers["content-disposition"]
