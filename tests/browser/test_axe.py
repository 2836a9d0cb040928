"""The pages under axe-core, the accessibility rules that auditors use; it travels in a package of the test extra."""

from __future__ import annotations

from importlib.resources import files

import pytest

from claims.reports import collection
from tests.reports.example import AUDIT

pytest.importorskip("axe_core_python", reason="the test extra is not installed")

RUN = """
const done = arguments[arguments.length - 1];
document.querySelectorAll('details').forEach((panel) => { panel.open = true; });
axe.run(document).then((found) => done(found.violations.map((rule) =>
  [rule.id, rule.help, rule.nodes.slice(0, 3).map((node) => node.html.slice(0, 160))])));
"""
PAGES = {"report": AUDIT.to_html, "collection": lambda: collection.render_html([AUDIT, AUDIT])}


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe(browser, tmp_path, name, scheme, width):
    """No rule of axe is broken: by day and by night, on a desk and on a phone, every panel open."""

    page = tmp_path / "page.html"
    page.write_text(PAGES[name](), encoding="utf-8")
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features, "media": "screen"})
    browser.get(page.as_uri())
    browser.execute_script((files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8"))

    assert browser.execute_async_script(RUN) == []
    assert browser.execute_script("return [...document.querySelectorAll('th')].filter((e) => !e.textContent)") == []
