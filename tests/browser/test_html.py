"""The page in a browser: headless Chromium, without a network."""

from __future__ import annotations

import base64
import time
from itertools import pairwise

import pytest

from tests.reports.example import AUDIT

pytest.importorskip("selenium", reason="the test extra is not installed")

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

# Every element with text of its own: its colour against what is painted behind it (WCAG 2.2, 1.4.3).
CONTRASTS = """
const numbers = (colour) => { const n = colour.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
const light = (rgb) => {
  const [r, g, b] = rgb.map((v) => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
  return .2126 * r + .7152 * g + .0722 * b; };
const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3]));
const behind = (element) => { const layers = [];
  for (let at = element; at; at = at.parentElement) layers.push(numbers(getComputedStyle(at).backgroundColor));
  return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255]); };
const shade = (element) => { let all = 1;
  for (let at = element; at; at = at.parentElement) all *= Number(getComputedStyle(at).opacity); return all; };
document.querySelectorAll('details').forEach((panel) => { panel.open = true; });
return [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility()
    && !element.closest('script, style, .unseen, .skip')
    && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())).map((element) => {
  const back = behind(element), ink = numbers(getComputedStyle(element).color);
  const [a, b] = [over([...ink.slice(0, 3), ink[3] * shade(element)], back), back].map(light);
  return [(Math.max(a, b) + .05) / (Math.min(a, b) + .05),
    element.className + ': ' + element.textContent.slice(0, 40)]; });
"""

WIDE = """return [...document.querySelectorAll('main *:not(.unseen)')]
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 80));"""
NAMELESS = """return [...document.querySelectorAll('a, button, summary, select')]
  .filter((e) => !(e.textContent.trim() || e.labels?.length)).map((e) => e.outerHTML.slice(0, 80));"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "audit.html"
    path.write_text(AUDIT.to_html(), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser, address):
    """Give the page, freshly opened, on a desk and in daylight."""

    def opened(width=1280, height=900, scheme="light", fragment="", scripts=True, media="screen"):
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features, "media": media})
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripts})
        browser.get("about:blank")
        browser.get_log("browser")
        browser.get_log("performance")
        browser.get(address + fragment)
        return browser

    return opened


def by(page, selector):
    return page.find_element(By.CSS_SELECTOR, selector)


def until(condition):
    """Wait for the browser to follow a link or a key."""
    for _ in range(100):
        if condition():
            return True
        time.sleep(0.02)
    return False


def focused(page):
    return page.execute_script("const at = document.activeElement; return at.id || (at.closest('[id]') || {}).id")


def press(page, *keys):
    webdriver.ActionChains(page).send_keys(*keys).perform()


def test_quiet(page, address):
    """The page says nothing on the console and asks for nothing but itself."""

    import json

    opened = page(fragment="#s4")
    messages = [json.loads(entry["message"])["message"] for entry in opened.get_log("performance")]
    asked = {
        m["params"]["request"]["url"].split("#")[0] for m in messages if m["method"] == "Network.requestWillBeSent"
    }

    assert opened.get_log("browser") == []
    assert {url for url in asked if not url.startswith("data:")} == {address}


def test_what_the_model_weighed_is_folded_away(page):
    """The features with their signs stand in a statement's panel, closed until somebody asks."""

    opened = page(fragment="#s8")
    folded = by(opened, ".panel[open] .pulls")
    figure = folded.find_element(By.CSS_SELECTOR, "td")

    assert not figure.is_displayed()
    folded.find_element(By.TAG_NAME, "summary").send_keys(Keys.ENTER)
    assert until(figure.is_displayed)
    assert figure.text[0] in "+−0"


@pytest.mark.parametrize("width", [320, 360, 390, 768, 1280])
def test_no_sideways_scrolling(page, width):
    """No width scrolls sideways, even with every panel open."""

    opened = page(width)
    opened.execute_script("document.querySelectorAll('details').forEach((panel) => { panel.open = true; })")

    assert opened.execute_script("return document.documentElement.scrollWidth") <= width
    assert opened.execute_script(WIDE) == []


@pytest.mark.parametrize("width", [320, 390, 620, 1280])
def test_no_number_alone(page, width):
    """The number of a statement stands on the line of its last word."""

    alone = """const left = document.querySelector('.story article').getBoundingClientRect().left;
      return [...document.querySelectorAll('.story article .mark sup')]
        .filter((e) => e.getBoundingClientRect().left < left + 4).map((e) => e.parentElement.textContent);"""

    assert page(width).execute_script(alone) == []


def test_keyboard(page):
    """Tab reaches the marks, Enter opens the statement, the arrows go on, Escape comes back."""

    opened = page()
    press(opened, Keys.TAB)
    assert opened.switch_to.active_element.text == "Skip to the article"
    press(opened, Keys.TAB)
    assert opened.switch_to.active_element.get_attribute("href").endswith("#s1")
    outline = "return getComputedStyle(document.activeElement).outlineStyle"
    assert opened.execute_script(outline) == "solid"
    press(opened, Keys.ENTER)
    assert until(lambda: focused(opened) == "s1")
    assert by(opened, "#s1").get_attribute("open")
    press(opened, Keys.ARROW_DOWN)
    assert focused(opened) == "s3"
    press(opened, Keys.ENTER)
    assert by(opened, "#s3").get_attribute("open")
    press(opened, Keys.ESCAPE)
    assert focused(opened) == "m3"


def test_deep_link(page):
    """A link to a statement opens it, in view, and marks its words."""

    opened = page(fragment="#s8")

    assert by(opened, "#s8").get_attribute("open")
    assert by(opened, "#s8 .sql").is_displayed()
    assert by(opened, ".mark.current").text.startswith("24,000 vehicles")
    top = opened.execute_script("return document.querySelector('#s8').getBoundingClientRect().top")
    assert 0 <= top < 900


def test_filters(page):
    """Filters by verdict, sourcing and table show what they say, and how many of how many."""

    opened = page()
    shown = "return [...document.querySelectorAll('.panel')].filter((p) => !p.hidden).map((p) => p.id)"
    by(opened, ".chip.refuted").click()
    assert opened.execute_script(shown) == ["s4", "s6"]
    assert by(opened, ".filters output").text == "2 of 17 shown"
    by(opened, "select[name=sourcing] option[value=own_voice]").click()
    assert opened.execute_script(shown) == ["s4"]
    by(opened, ".chip.refuted").click()
    by(opened, "select[name=sourcing] option[value='']").click()
    by(opened, "select[name=table] option:nth-child(2)").click()
    assert opened.execute_script(shown) == ["s8", "s7", "s9"]


def test_copy(page):
    """A query can be copied, and a citation; the page holds the query once."""

    opened = page(fragment="#s10")
    opened.execute_script(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (text) => { window.copied = text; }}})"
    )
    query, cite = opened.find_elements("css selector", "#s10 button[data-copy]")
    for button, start in ((query, by(opened, "#s10 .sql").text), (cite, "“")):
        button.click()

        assert until(lambda button=button: button.text == "Copied")
        assert opened.execute_script("return window.copied").startswith(start)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_contrast(page, scheme, width):
    """All text has a contrast of 4.5 to 1 or more, by day and by night, also where a filter dims it."""

    opened = page(width, scheme=scheme)
    opened.execute_script("document.querySelector('.chip.refuted').click()")
    opened.execute_script("document.querySelectorAll('.panel').forEach((p) => { p.hidden = false; })")
    contrasts = opened.execute_script(CONTRASTS)

    assert len(contrasts) > 300
    assert [(round(ratio, 2), what) for ratio, what in contrasts if ratio < 4.5] == []


def test_dark(page):
    """The page is dark where the reader wants it dark."""

    colour = "return getComputedStyle(document.body).backgroundColor"

    assert page(scheme="dark").execute_script(colour) == "rgb(21, 22, 26)"
    assert page(scheme="light").execute_script(colour) == "rgb(253, 252, 248)"


def test_landmarks(page):
    """One main, one heading of the first level, no level left out, every section, field and table cell named."""

    opened = page()
    count = "return document.querySelectorAll(arguments[0]).length"
    levels = opened.execute_script("return [...document.querySelectorAll('h1,h2,h3')].map((h) => Number(h.tagName[1]))")
    ids = opened.execute_script("return [...document.querySelectorAll('[id]')].map((e) => e.id)")
    links = opened.execute_script("return [...document.querySelectorAll('a[href^=\"#\"]')].map((a) => a.hash.slice(1))")

    assert [opened.execute_script(count, tag) for tag in ("main", "h1", "header", "footer", "article")] == [1] * 5
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert opened.execute_script(count, "section:not([aria-label], [aria-labelledby])") == 0
    assert opened.execute_script(count, "th:not([scope])") == 0
    assert opened.execute_script("return document.documentElement.lang") == "en"
    assert len(ids) == len(set(ids))
    assert set(links) <= set(ids)
    assert opened.execute_script(NAMELESS) == []


def test_without_scripts(page):
    """Without JavaScript nothing dead is shown, and the panels still open."""

    opened = page(scripts=False)

    assert not by(opened, ".filters").is_displayed()
    assert not by(opened, "#s4 button").is_displayed()
    by(opened, "#s4 summary").click()
    assert by(opened, "#s4 .sql").is_displayed()


@pytest.mark.parametrize("scripts", [True, False])
def test_print(page, scripts):
    """Printed, with or without scripts, every panel with evidence for a verdict is open; the tools are gone."""

    opened = page(scripts=scripts, media="print")

    height = "return document.querySelector('#s10 .sql').getBoundingClientRect().height"
    visible = "return document.querySelector('#s10 .sql').checkVisibility()"
    plain = "document.querySelector('#s10').classList.add('plain');"  # as prose is that no table speaks of
    assert opened.execute_script(height) > 20
    assert [opened.execute_script(before + visible) for before in ("", plain)] == [True, False]
    assert not by(opened, ".filters").is_displayed()
    assert not by(opened, "#s10 .tools").is_displayed()
    printed = opened.execute_cdp_cmd("Page.printToPDF", {"printBackground": False})
    assert base64.b64decode(printed["data"]).startswith(b"%PDF")
