"""Addresses in, saved pages out, against a server of the test's own on this machine."""

import json
import ssl
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from pressroom.cli import main
from pressroom.fetch import Fetcher
from pressroom.model import Unreadable
from pressroom.reading import read_pages

# An invented page.
PAGE = (
    "<html><title>SCIO briefing on pears</title><body><h1>SCIO briefing on pears</h1><p>Gao Anmin:</p>"
    "<p>Good morning. The floor is open for questions; please say which news outlet you work for.</p></body></html>"
)
CHALLENGE = "<html><title>Just a moment...</title><body>Checking your browser</body></html>"


@pytest.fixture
def site():
    """A server: `pages` maps a path to (status, headers, body); `asked` lists the paths it was asked for."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            server.asked.append((self.path, dict(self.headers)))
            status, headers, body = server.pages.get(self.path, (404, {}, "not there"))
            if status == 200 and headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                status, body = 304, ""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.pages, server.asked = {"/a/content_1_2.htm": (200, {"ETag": '"v1"'}, PAGE)}, []
    server.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def fetcher(tmp_path):
    """A fetcher whose clock stands still but for its own waiting."""
    now = [0.0]
    made = Fetcher(tmp_path, clock=lambda: now[0])
    made.waited = []

    def sleep(seconds):
        made.waited.append(seconds)
        now[0] += seconds

    made.sleep = sleep
    return made


def paths(site):
    return [path for path, _ in site.asked]


def test_a_page_is_saved_with_where_and_when_it_came_from(site, fetcher):
    path, changed = fetcher.fetch(f"{site.url}/a/content_1_2.htm")
    assert changed and path.read_text() == PAGE
    (page,), refusals = read_pages([fetcher.folder])
    assert not refusals and page.url == f"{site.url}/a/content_1_2.htm" and page.number == 2
    told = json.loads(path.with_name(f"{path.name}.json").read_text())
    assert page.retrieved == told["retrieved"] and page.sha256 == told["sha256"]


def test_requests_are_seconds_apart_and_say_who_asks(site, fetcher):
    fetcher.fetch(f"{site.url}/a/content_1_2.htm")
    fetcher.fetch(f"{site.url}/a/content_1_2.htm")
    assert paths(site) == ["/robots.txt", "/a/content_1_2.htm", "/a/content_1_2.htm"]
    assert fetcher.waited == [5.0, 5.0]
    assert all(headers["User-Agent"].startswith("pressroom/") for _, headers in site.asked)


def test_a_page_that_has_not_changed_is_not_sent_again(site, fetcher):
    path, _ = fetcher.fetch(f"{site.url}/a/content_1_2.htm")
    assert fetcher.fetch(f"{site.url}/a/content_1_2.htm") == (path, False)
    assert site.asked[-1][1]["If-None-Match"] == '"v1"'


def test_a_page_that_was_edited_here_is_asked_for_afresh(site, fetcher):
    path, _ = fetcher.fetch(f"{site.url}/a/content_1_2.htm")
    path.write_text("edited")
    assert fetcher.fetch(f"{site.url}/a/content_1_2.htm") == (path, True)
    assert path.read_text() == PAGE


def test_robots_txt_is_kept_to(site, fetcher):
    site.pages["/robots.txt"] = (200, {}, "User-agent: *\nDisallow: /a/\nCrawl-delay: 20\n")
    with pytest.raises(Unreadable, match=r"robots\.txt"):
        fetcher.fetch(f"{site.url}/a/content_1_2.htm")
    assert paths(site) == ["/robots.txt"]
    site.pages["/b.htm"] = (200, {}, PAGE)
    fetcher.fetch(f"{site.url}/b.htm")
    assert fetcher.waited == [20.0]


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ((521, {}, ""), "JavaScript challenge"),
        ((412, {}, ""), "JavaScript challenge"),
        ((403, {}, ""), "refuses programs"),
        ((404, {}, ""), "not there"),
        ((500, {}, ""), "answers 500"),
        ((200, {}, CHALLENGE), "browser check"),
        ((200, {}, "<html><body>The site is under system maintenance.</body></html>"), "maintenance"),
        ((200, {}, ""), "empty"),
    ],
)
def test_what_is_not_the_page_is_said_in_words_asked_for_once_and_not_saved(site, fetcher, answer, found):
    site.pages["/x.html"] = answer
    with pytest.raises(Unreadable, match=found) as refused:
        fetcher.fetch(f"{site.url}/x.html")
    assert "browser" in refused.value.remedy
    assert paths(site) == ["/robots.txt", "/x.html"] and not list(fetcher.folder.rglob("*.htm*"))


def test_a_certificate_for_another_name_is_named_and_not_passed(fetcher, monkeypatch):
    wrong = ssl.SSLCertVerificationError(1, "certificate verify failed")
    wrong.verify_message = "Hostname mismatch"

    def refuse(*_, **__):
        raise urllib.error.URLError(wrong)

    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    with pytest.raises(Unreadable, match=r"certificate is not for this name.*Hostname mismatch"):
        fetcher.fetch("https://www.example.cn/a.htm")


@pytest.mark.parametrize("url", ["ftp://example.cn/a", "file:///etc/passwd", "example.cn/a", "http://"])
def test_only_web_addresses_are_fetched(fetcher, url):
    with pytest.raises(Unreadable, match="no web address"):
        fetcher.fetch(url)


def test_pages_of_one_conference_keep_one_name_and_their_numbers(site, fetcher):
    for name in ("/a/content_100000001.htm", "/a/content_100000001_10.htm", "/b/content_100000001.htm", "/a/view?id=7"):
        site.pages[name] = (200, {}, PAGE)
    one, ten, other, view = (fetcher.fetch(f"{site.url}{name}")[0].name for name in list(site.pages)[1:])
    assert ten == one.replace(".htm", "_10.htm") and other != one and view.endswith(".html")


def test_the_command_goes_on_after_a_refusal_and_ends_with_one(site, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("time.sleep", lambda _: None)
    monkeypatch.setattr(Fetcher, "_wait", lambda *_: None)
    code = main(["fetch", f"{site.url}/gone.htm", f"{site.url}/a/content_1_2.htm", "--out", str(tmp_path)])
    said = capsys.readouterr().err
    assert code == 1 and "gone.htm: the page is not there (404); open the page in a browser" in said
    assert f"saved: {tmp_path}/127.0.0.1/content_1-" in said
