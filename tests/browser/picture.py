"""Take the README's picture of the report: `python -m tests.browser.picture`."""

from __future__ import annotations

import base64
import shutil
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

import claims

ROOT = Path(__file__).parents[2]
OPENED = "45"
SIZE = {"width": 1280, "height": 1120, "deviceScaleFactor": 1, "mobile": False}
FEATURES = [{"name": "prefers-color-scheme", "value": "light"}, {"name": "prefers-reduced-motion", "value": "reduce"}]


def take(page, path, fragment):
    """Photograph the page in headless Chromium, a statement opened."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        file.write_text(page, encoding="utf-8")
        driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", SIZE)
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": FEATURES})
        driver.get(f"{file.as_uri()}#{fragment}")
        driver.execute_script("window.scrollTo(0, 0)")
        path.write_bytes(base64.b64decode(driver.execute_cdp_cmd("Page.captureScreenshot", {})["data"]))
        driver.quit()


def main():
    """Audit the seed article and photograph its report."""
    audit = claims.audit(claims.read(ROOT / "seeds" / "articles" / "kishor.txt"))
    opened = next(statement.id for statement in audit.statements if statement.quote == OPENED)
    take(audit.to_html(), ROOT / ".github" / "report.png", opened)


if __name__ == "__main__":
    main()
