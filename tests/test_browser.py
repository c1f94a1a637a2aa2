"""The pages and the notebooks in a real browser: Debian's Chromium, driven by Playwright, without a network.

Skipped where Chromium, Playwright or axe is not installed. Pictures of what was seen are left in
`build/screenshots`, to be looked at.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

import pressroom as pr
from conftest import GOLD, ROOT, SEED

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")]

FLAGS = """--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync""".split()
SHOTS = ROOT / "build" / "screenshots"
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def chromium():
    SHOTS.mkdir(parents=True, exist_ok=True)
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a report of the seed, and an evidence page of the seed and an invented conference."""
    folder = tmp_path_factory.mktemp("browser")
    codebook = ROOT / "data" / "codebook" / "themes.yaml"
    if NOTEBOOKS:
        pr.report.make([SEED], codebook, folder, say=lambda line: None, to=["html"])
    corpus, themes = pr.read([SEED, GOLD / "d14_ueditor_nbs_h1.txt"]), pr.Codebook.load(codebook)
    page = pr.evidence_page(corpus, pr.theme_hits(corpus, themes), pr.growth_figures(corpus), themes)
    (folder / "two.html").write_text(page, encoding="utf-8")
    one = pr.read(SEED)
    page = pr.evidence_page(one, pr.theme_hits(one, themes), pr.growth_figures(one), themes)
    (folder / "evidence.html").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture
def look(chromium, folder):
    """Open a file of the folder, offline; whatever the page complains of, or asks the network for, is an error."""
    opened, complaints = [], []

    def look(name, size=WIDE, scheme="light", script=True):
        context = chromium.new_context(viewport=size, color_scheme=scheme, java_script_enabled=script, offline=True)
        opened.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(("file:", "data:")) else complaints.append(asked))
        file, _, place = name.partition("#")
        page.goto(f"{(folder / file).as_uri()}{'#' if place else ''}{place}")
        return page

    yield look
    for context in opened:
        context.close()
    assert not complaints


def shown(page, selector):
    return page.locator(f"{selector}:visible").count()


def faults(page):
    """The serious and critical faults that axe finds, by name, with where they are."""
    found = axe.Axe().run(page).response["violations"]
    grave = [fault for fault in found if fault["impact"] in ("serious", "critical")]
    return {fault["id"]: [node["target"] for node in fault["nodes"]][:3] for fault in grave}


# the evidence page


def test_a_figures_row_opens_on_a_click_and_closes_again(look):
    page = look("evidence.html")
    assert page.locator("#panel").is_hidden()
    page.locator("#figure-3 a, a#figure-3").first.click()
    panel = page.locator("#panel")
    assert "number of high-tech enterprises" in panel.inner_text() and "period_start" in panel.inner_text()
    assert page.locator(".quoted").all_inner_texts() != []
    page.screenshot(path=SHOTS / "evidence_row.png")
    page.get_by_role("button", name="Close").click()
    assert panel.is_hidden()


def test_everything_can_be_done_with_the_keyboard(look):
    page = look("evidence.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    while not page.evaluate("document.activeElement.classList.contains('figure')"):
        page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.dataset.rows")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "next"
    page.keyboard.press("Enter")
    assert page.locator("#chosen h2").inner_text().startswith("2 · 589")
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert page.evaluate("document.activeElement.dataset.rows") != first
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.tagName") == "A"


def test_the_speaker_filter_leaves_one_speakers_turns_and_rows(look):
    page = look("evidence.html")
    assert shown(page, ".turn") == 3
    page.select_option("#speaker", "name:Liang Huiling")
    assert shown(page, ".turn") == 1
    assert page.locator("#count").inner_text() == f"8 figures and {shown_hits(page)} theme hits shown"
    page.select_option("#speaker", "kind:journalist")
    assert page.locator(".turn:visible h3").all_inner_texts() == ["unnamed journalist"]
    assert page.locator("#count").inner_text().startswith("0 figures and 2 theme hits")
    page.get_by_role("button", name="Show all").click()
    # not wait_for_function: the page's own policy lets nobody evaluate a string
    playwright.expect(page.locator(".turn[hidden]")).to_have_count(0)


def shown_hits(page):
    return page.locator("li[data-row]:not([hidden])").count()


def test_theme_and_kind_filters_turn_marks_into_plain_text(look):
    page = look("evidence.html")
    all_links = page.locator(".src a[href]").count()
    page.locator(".filters summary", has_text="Themes").click()
    page.screenshot(path=SHOTS / "evidence_filters.png")
    page.locator(".boxes:visible button", has_text="none").click()
    page.locator("input[name=theme][value=nqpf]").check()
    assert shown_hits(page) == 6
    assert page.locator("a.hit:not(.no-hit)").count() == 6
    page.locator(".filters summary", has_text="Figures").click()
    page.locator("input[name=kind][value=growth_rate]").uncheck()
    assert page.locator("#count").inner_text() == "5 figures and 6 theme hits shown"
    assert page.locator(".src a[href]").count() == 11 < all_links


def test_a_deep_link_opens_the_row_at_the_exact_words(look):
    page = look("evidence.html#figure-5")
    assert page.locator("#chosen h2").inner_text() == "5 · 43.9%"
    assert page.locator(".chosen").inner_text() == "43.9%"
    box = page.locator(".chosen").bounding_box()
    assert 60 < box["y"] < 850, "the words are on the screen, below the filters"
    page.screenshot(path=SHOTS / "evidence_deep_link.png")


def test_a_deep_link_into_the_second_document(look, folder):
    anchor = re.findall(r'id="([\w-]+)-figure-1"', (folder / "two.html").read_text(encoding="utf-8"))[-1]
    page = look(f"two.html#{anchor}-figure-2")
    assert page.locator("#chosen dd").first.inner_text() == anchor
    assert page.locator("#chosen h2").inner_text().startswith("2 ·")


def test_a_deep_link_wins_over_a_filter_that_hides_its_words(look):
    page = look("evidence.html")
    page.select_option("#speaker", "kind:journalist")
    page.evaluate("location.hash = '#figure-5'")
    page.wait_for_selector(".chosen:visible")
    assert page.locator("#speaker").input_value() == ""


def test_the_list_at_the_end_leads_to_the_words_and_opens_them(look):
    page = look("evidence.html")
    page.locator(".rows summary", has_text="43.9%").click()
    page.locator("details[open] .back a").click()
    assert page.locator(".chosen").inner_text() == "43.9%"


def test_without_javascript_a_mark_leads_to_its_open_row(look):
    page = look("evidence.html", script=False)
    assert page.locator(".filters").is_hidden()
    page.locator("a.figure", has_text="43.9%").click()
    row = page.locator("details", has=page.locator(":target"))
    assert "investment in technological transformation grew 43.9%" in row.inner_text()
    page.screenshot(path=SHOTS / "evidence_without_javascript.png")


def test_printed_the_page_has_neither_filters_nor_panel(look):
    page = look("evidence.html#figure-5")
    page.emulate_media(media="print")
    assert page.locator(".filters").is_hidden() and page.locator("#panel").is_hidden()
    page.pdf(
        path=SHOTS / "evidence_print.pdf",
        format="A4",
        margin={side: "20mm" for side in ("top", "bottom", "left", "right")},
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["evidence.html", "evidence.html#figure-3", "two.html", "report.html"])
def test_axe_finds_no_serious_fault(look, folder, name, scheme):
    if not (folder / name.partition("#")[0]).exists():
        pytest.skip("there is no notebook to make a report of")
    page = look(name, scheme=scheme)
    assert faults(page) == {}
    page.screenshot(path=SHOTS / f"{re.sub(r'[^a-z0-9]+', '_', name)}_{scheme}.png", full_page="#" not in name)


@pytest.mark.parametrize("name", ["evidence.html", "two.html", "report.html"])
def test_on_a_narrow_screen_nothing_runs_off_the_side(look, folder, name):
    if not (folder / name).exists():
        pytest.skip("there is no notebook to make a report of")
    page = look(name, size=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    page.screenshot(path=SHOTS / f"{name.partition('.')[0]}_narrow.png", full_page=True)


# the report


@pytest.mark.skipif(not NOTEBOOKS, reason="there is no notebook to make a report of")
def test_the_report_opens_offline_with_its_charts_and_leads_to_the_evidence(look):
    page = look("report.html")
    widths = page.locator("figure img").evaluate_all("pictures => pictures.map(p => p.naturalWidth)")
    assert widths and min(widths) > 300
    page.locator('a[href^="evidence.html#"]').first.click()
    page.wait_for_selector(".chosen:visible")
    assert page.url.partition("#")[0].endswith("evidence.html")


# the notebooks in JupyterLab


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A JupyterLab on copies of the notebooks; `reports/` beside them takes what they export."""
    desk = tmp_path_factory.mktemp("lab")
    (desk / "reports").mkdir()
    for path in NOTEBOOKS:
        shutil.copy(path, desk / path.name)
    settings = desk / "settings" / "@jupyterlab" / "notebook-extension"
    settings.mkdir(parents=True)
    # Cells out of sight are not drawn otherwise, and would not be seen to fail.
    (settings / "tracker.jupyterlab-settings").write_text(json.dumps({"windowingMode": "none"}))
    (settings.parent / "apputils-extension").mkdir()
    quiet = {"fetchNews": "false", "checkForUpdates": False}
    (settings.parent / "apputils-extension" / "notification.jupyterlab-settings").write_text(json.dumps(quiet))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    arguments = (
        f"--no-browser --allow-root --ServerApp.port={port} --ServerApp.port_retries=0 --IdentityProvider.token="
    )
    environment = os.environ | {"JUPYTERLAB_SETTINGS_DIR": str(desk / "settings"), "HOME": str(desk)}
    log = (desk / "lab.log").open("w")
    command = [sys.executable, "-m", "jupyterlab", *arguments.split(), f"--ServerApp.root_dir={desk}"]
    server = subprocess.Popen(command, cwd=desk, env=environment, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(120):
            try:
                urllib.request.urlopen(f"{address}/api", timeout=2).close()
                break
            except OSError:
                time.sleep(0.5)
        else:
            pytest.fail(f"JupyterLab did not start:\n{(desk / 'lab.log').read_text()[-2000:]}")
        yield address
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def run_all(page):
    """Run, Run All Cells; a kernel that is only just there may not hear it, then once more."""
    first = page.locator(".jp-CodeCell .jp-InputPrompt").first
    for _ in range(3):
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.locator('.lm-Menu-item:has-text("Run All Cells")').first.click()
        try:
            playwright.expect(first).not_to_have_text("[ ]:", timeout=20_000)
            return
        except AssertionError:
            page.keyboard.press("Escape")
    pytest.fail("JupyterLab does not run the cells")


@pytest.mark.skipif(not NOTEBOOKS, reason="there is no notebook to open")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_jupyterlab_runs_all_cells_and_the_charts_are_visible(chromium, lab, path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    n_charts = sum("desk.chart(" in "".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    page = chromium.new_page(viewport={"width": 1400, "height": 1000})
    page.goto(f"{lab}/lab/workspaces/{path.stem}/tree/{path.name}")
    page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=60_000)
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]", timeout=60_000, state="attached")
    run_all(page)
    last = page.locator(".jp-CodeCell .jp-InputPrompt").last
    playwright.expect(last).to_have_text(re.compile(r"\[\d+\]:"), timeout=120_000)
    assert page.locator('[data-mime-type="application/vnd.jupyter.error"]').count() == 0
    pictures = page.locator('.jp-OutputArea-output[data-mime-type="image/png"] img')
    playwright.expect(pictures).to_have_count(n_charts, timeout=20_000)
    for n in range(n_charts):
        pictures.nth(n).scroll_into_view_if_needed()
        assert pictures.nth(n).is_visible()
        assert pictures.nth(n).evaluate("picture => picture.naturalWidth") > 300
    page.screenshot(path=SHOTS / f"lab_{path.stem}.png")
    page.close()
