"""The page in a real browser over the real program: upload, ask in Kazakh, open a citation.

Debian's chromium through playwright. Every request is logged: none may leave this machine.
"""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FILE, COLLECTION = "01_aryz_saparova.kk.txt", "Іс 2026-1187"
QUESTION = "Аударым алушысы ретінде экранда қандай есім көрінді?"
PROOF = "«Дінмұхамед А.»"

pytestmark = pytest.mark.skipif(
    not CHROMIUM.exists(), reason="no /usr/bin/chromium here: apt-get install chromium"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    """Address and process id of `dalel serve` over an empty data directory."""
    data = tmp_path_factory.mktemp("browser") / "data"
    command = [sys.executable, "-m", "ui.cli.app", "serve", "--port", "0", "--data", str(data)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = re.search(r"http://\S+/", process.stdout.readline())
        assert address, "the server did not say where it is"
        yield address[0], process.pid
        process.terminate()


@pytest.fixture(scope="module")
def log() -> dict[str, list[str]]:
    return {"requests": [], "console": []}


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory, log: dict[str, list[str]]) -> Iterator[BrowserContext]:
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"),
            executable_path=CHROMIUM,
            args=FLAGS,
            viewport={"width": 1440, "height": 900},
            color_scheme="light",
        )
        context.on("request", lambda request: log["requests"].append(request.url))
        context.on("console", lambda message: log["console"].append(f"{message.type}: {message.text}"))
        context.on("weberror", lambda error: log["console"].append(f"error: {error.error}"))
        yield context
        context.close()


@pytest.fixture(scope="module")
def page(context: BrowserContext, server: tuple[str, int], examples: Path) -> Page:
    """The page in Kazakh, after a file was uploaded and a question answered."""
    page = context.new_page()
    page.goto(f"{server[0]}kk/")
    expect(page.locator("#no-shelves")).to_contain_text("Әзірге жинақ жоқ")
    page.set_input_files("#upload-files", examples / "case" / FILE)
    page.get_by_label("Жинақ", exact=True).fill(COLLECTION)
    page.get_by_role("button", name="Қосу").click()
    expect(page.locator("#upload li.indexed")).to_contain_text(FILE, timeout=30_000)
    page.get_by_label(COLLECTION).check()
    page.get_by_label("Сұрақ").fill(QUESTION)
    page.get_by_label("Сұрақ").press("Enter")
    expect(page.locator("#answer footer")).to_be_visible(timeout=30_000)
    return page


def test_the_uploaded_collection_is_listed_and_counted(page: Page) -> None:
    expect(page.locator(".shelf.kind-case")).to_contain_text(f"{COLLECTION} · құжат: 1")


def test_the_answer_is_proved_by_numbered_citations(page: Page) -> None:
    expect(page.locator(".claim.supported").first).to_be_visible()
    assert page.locator("button.cite").first.inner_text() == "1"
    assert page.locator("#sources details.source").count() >= 1


def test_a_citation_opens_its_source_with_the_quote_marked(page: Page) -> None:
    page.locator("button.cite").first.focus()
    page.keyboard.press("Enter")
    card = page.locator("details.source[open]")
    expect(card.locator("mark.active").first).to_be_in_viewport()
    expect(card.locator(".title")).not_to_be_empty()
    expect(card.locator(".place")).to_have_text("1-бет")
    quoted = card.locator('mark[data-n~="1"]').all_inner_texts()
    assert PROOF in " ".join(quoted)


def test_the_whole_page_keeps_the_quote_marked(page: Page) -> None:
    if not page.locator("details.source[open]").count():
        page.locator("button.cite").first.click()
    card = page.locator("details.source[open]").first
    card.get_by_role("button", name="Бетті толық көрсету").click()
    expect(card.locator(".whole-page")).to_contain_text("№ 1187 болып тіркелген")
    assert PROOF in " ".join(card.locator(".whole-page mark").all_inner_texts())
    card.get_by_role("button", name="Тек үзіндіні көрсету").click()
    expect(card.locator(".whole-page")).to_have_count(0)


def test_escape_leads_back_to_the_answer(page: Page) -> None:
    page.locator("button.cite").first.click()
    page.keyboard.press("Escape")
    expect(page.locator("button.cite").first).to_be_focused()


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_is_wider_than_the_screen(page: Page, tmp_path: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.screenshot(path=tmp_path / f"{width}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": 1440, "height": 900})


def test_what_speaks_against_is_looked_for_only_if_the_box_is_ticked(page: Page) -> None:
    expect(page.locator("#answer .against")).to_have_count(0)
    page.get_by_label("Жауапқа қарсы не айтылғанын да іздеу").check()
    page.get_by_label("Сұрақ").press("Enter")
    expect(page.locator("#answer .against")).to_contain_text("ештеңе табылмады", timeout=30_000)
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.set_viewport_size({"width": 1440, "height": 900})


@pytest.mark.parametrize(("code", "heading"), [("ru", "Где искать"), ("en", "Where to search")])
def test_another_language_is_one_click_away(page: Page, code: str, heading: str) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    shelves = other.locator(".shelf.kind-case")
    expect(shelves).to_contain_text(COLLECTION)  # a page left before it is loaded complains in the console
    other.locator(f'nav a[lang="{code}"]').click()
    expect(other.get_by_role("heading", name=heading)).to_be_visible()
    expect(shelves).to_contain_text(COLLECTION)
    assert other.evaluate("document.documentElement.lang") == code
    other.close()


def test_gradio_shows_nothing_of_its_own(page: Page) -> None:
    shown = page.locator("body").inner_text().lower()
    assert not [word for word in ("gradio", "use via api", "settings", "flag") if word in shown]


def test_no_request_left_this_machine_and_no_script_was_refused(
    page: Page, log: dict[str, list[str]]
) -> None:
    hosts = {urlsplit(url).hostname for url in log["requests"] if url.startswith(("http", "ws"))}
    assert hosts == {"127.0.0.1"}
    assert [line for line in log["console"] if line.startswith("error")] == []
    assert page.url.startswith("http://127.0.0.1")


def test_serving_stays_small(page: Page, server: tuple[str, int]) -> None:
    process = psutil.Process(server[1])
    time.sleep(0.1)
    resident = process.memory_info().rss + sum(c.memory_info().rss for c in process.children(recursive=True))
    assert page and resident < 700 * 2**20
