"""Paths in, pages and refusals out: what is looked for, what is passed over, what is refused and in which words."""

import hashlib
import json
import os
import zipfile

import pytest

from pressroom.model import Unreadable
from pressroom.reading import LARGEST_BYTES, read_page, read_pages

# Invented people and numbers.
TEXT = (
    "SCIO briefing on the orchards of Beiling\n\nGao Anmin:\n\nGood morning. The floor is open for questions.\n\n"
    "Orchard Daily:\n\nHow many apples did the province grow last year, and where in the world were they sold?\n"
)


def put(folder, names, content=TEXT):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def names(folder, found):
    return [one.source.removeprefix(f"{folder}{os.sep}") for one in found]


# --- what is read ---------------------------------------------------------------------------------------------
def test_a_text_file_is_its_own_text_with_its_hash_and_page_number(tmp_path):
    path = tmp_path / "content_100000001_11.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    (page,), refusals = read_pages([path])
    assert not refusals
    assert (page.text, page.number, page.source) == (TEXT, 11, str(path))
    assert page.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (page.url, page.retrieved, page.notes) == (None, None, ())


def test_a_folder_is_read_with_everything_below_it_in_the_order_of_the_names(tmp_path):
    put(tmp_path, ["b.txt", "a/c.md", "a/b/d.htm", "README.md", "a/README.txt", ".hidden/x.txt", "a/.x.txt"])
    pages, refusals = read_pages([tmp_path])
    assert names(tmp_path, pages) == ["a/b/d.htm", "a/c.md", "b.txt"] and not refusals


def test_what_a_browser_saves_beside_a_complete_page_is_passed_over(tmp_path):
    put(tmp_path, ["page.html", "page_files/frame.html", "page_files/a/style.css", "other_files/note.txt"])
    pages, refusals = read_pages([tmp_path])
    assert names(tmp_path, pages) == ["other_files/note.txt", "page.html"] and not refusals


def test_zips_in_a_folder_are_read_too(tmp_path):
    put(tmp_path, ["x.txt"])
    with zipfile.ZipFile(tmp_path / "saved.zip", "w") as archive:
        archive.writestr("y.txt", TEXT)
    pages, _ = read_pages([tmp_path])
    assert names(tmp_path, pages) == ["saved.zip!y.txt", "x.txt"]


@pytest.mark.parametrize("name", ["page.txt", "page", "page.aspx", "page.md"])
def test_html_is_known_by_its_beginning_whatever_its_name(name):
    markup = f"<!DOCTYPE html><html><body><h1>A briefing</h1><p>{TEXT}</p></body></html>"
    assert read_page(name, markup.encode()).text.startswith("A briefing\n\nSCIO briefing")


def test_the_number_of_a_page_comes_from_its_address_when_its_name_has_none():
    head = "source_url: http://www.example.cn/2024-06/03/content_100000001_3.htm?from=app\n\n"
    page = read_page("briefing.md", (head + TEXT).encode())
    assert page.number == 3 and page.url.endswith("_3.htm?from=app")


def test_address_and_time_come_from_the_note_that_fetch_leaves(tmp_path):
    path = put(tmp_path, ["page.txt"]) / "page.txt"
    told = {"url": "http://www.example.cn/a_2.htm", "retrieved": "2026-11-25T01:00:00+00:00"}
    note = tmp_path / "page.txt.json"
    note.write_text(json.dumps({**told, "sha256": hashlib.sha256(TEXT.encode()).hexdigest()}))
    (page,), refusals = read_pages([tmp_path])
    assert (page.url, page.retrieved, page.number, refusals) == (told["url"], told["retrieved"], 2, [])
    note.write_text(json.dumps({**told, "sha256": "of another version"}))
    (page,), _ = read_pages([path])
    assert page.url is None and "another version" in page.notes[0]


def test_two_links_in_a_circle_are_walked_once(tmp_path):
    put(tmp_path, ["a/x.txt"])
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    pages, refusals = read_pages([tmp_path])
    assert names(tmp_path, pages) == ["a/x.txt"] and not refusals


# --- what is refused ------------------------------------------------------------------------------------------
SHORT = "<html><title>{0}</title><body><h1>{0}</h1><p>{1}</p></body></html>"
REFUSED = {
    "empty.txt": (b"", "empty"),
    "blank.html": (b"<html><body>&nbsp;</body></html>", "no words"),
    "bom.txt": (b"\xef\xbb\xbf\n", "empty"),
    "noise.txt": (bytes(range(256)) * 20, "binary"),
    "picture.png": (b"\x89PNG", ".png is not read"),
    "nothing": (b"hello", "a name without ending is not read"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old format"),
    "chinese.txt": ("女士们、先生们，上午好。欢迎出席发布会。".encode(), "Chinese"),
    "chinese.htm": (SHORT.format("发布会", "女士们、先生们，上午好。").encode("gb18030"), "Chinese"),
    "challenge.html": (SHORT.format("Just a moment...", "Checking your browser").encode(), "browser check"),
    "gone.html": (SHORT.format("404 Not Found", "nginx").encode(), "404"),
    "maintenance.html": (SHORT.format("Notice", "The site is under system maintenance.").encode(), "maintenance"),
    "lost.txt": ("It rose 5\ufffd last year".encode(), "lost"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_names_the_file_what_was_found_and_what_to_do(tmp_path, name):
    content, found = REFUSED[name]
    (tmp_path / name).write_bytes(content)
    put(tmp_path, ["good.txt"])
    (page,), (refusal,) = read_pages([tmp_path / name, tmp_path / "good.txt"])
    assert page.source.endswith("good.txt")
    assert refusal.source == str(tmp_path / name) and found in refusal.found and refusal.remedy


def test_a_transcript_that_speaks_of_maintenance_is_no_error_page():
    speech = "The pump stations were under maintenance and temporarily unavailable, so the page you requested is late. "
    assert read_page("x.txt", (TEXT + speech * 10).encode()).text


def test_a_pasted_paragraph_that_speaks_of_maintenance_is_no_error_page():
    pasted = "Since the main pump of the city's waterworks was under maintenance in the first days of June, "
    assert read_page("x.txt", (pasted + "output fell by 3 percent from a year before.").encode()).text


def test_what_is_not_there_is_refused(tmp_path):
    _, (refusal,) = read_pages([tmp_path / "missing.txt"])
    assert "no such file" in refusal.found


def test_a_folder_without_a_page_is_refused(tmp_path):
    put(tmp_path, ["README.md"])
    _, (refusal,) = read_pages([tmp_path])
    assert refusal.source == str(tmp_path) and "no page is in this folder" in refusal.found


def test_a_large_file_is_refused_by_its_size_alone(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(4 * LARGEST_BYTES)  # takes no room on the disk
    _, (refusal,) = read_pages([path])
    assert "larger than 50 MB" in refusal.found


def test_a_link_that_leads_nowhere_or_to_itself_is_refused(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "missing")
    (tmp_path / "b.txt").symlink_to(tmp_path / "b.txt")
    _, refusals = read_pages([tmp_path])
    assert names(tmp_path, refusals) == ["a.txt", "b.txt"]
    _, (refusal,) = read_pages([tmp_path / "b.txt"])
    assert "cannot be opened" in refusal.found


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    _, (refusal,) = read_pages([tmp_path / "pipe.txt"])
    assert "pipe" in refusal.found


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_opened_is_refused(tmp_path):
    put(tmp_path, ["locked.txt", "shut/x.txt", "good.txt"])
    (tmp_path / "locked.txt").chmod(0)
    (tmp_path / "shut").chmod(0)
    pages, refusals = read_pages([tmp_path])
    (tmp_path / "shut").chmod(0o700)
    assert names(tmp_path, pages) == ["good.txt"] and names(tmp_path, refusals) == ["shut", "locked.txt"]
    assert all("permission" in r.remedy for r in refusals)


def test_permissions_are_reported_by_name(tmp_path, monkeypatch):
    path = put(tmp_path, ["locked.txt"]) / "locked.txt"

    def locked(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "read_bytes", locked)
    _, (refusal,) = read_pages([path])
    assert "Permission denied" in refusal.found and "permissions" in refusal.remedy


def test_a_refusal_reads_as_one_sentence():
    with pytest.raises(Unreadable) as refused:
        read_page("page.odt", b"hello")
    assert str(refused.value) == ".odt is not read" and refused.value.remedy.startswith("save it as one of .txt, .md")
