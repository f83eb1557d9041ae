"""What all tests share: Ctrl-C that is heard, and a browser that looks at pages as readers do."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium; without one the test is skipped, unless one is required."""
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        reason = f"no browser found: none of {', '.join(NAMES)} is installed"
        if os.environ.get("IMPACT_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as running:
        chromium = running.chromium.launch(executable_path=program, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def assert_accessible(browser: Any) -> Callable[[Path], None]:
    """Check a page: no accessibility rule is broken, and nothing but the page is asked for."""
    from axe_playwright_python.sync_playwright import Axe

    def check(file: Path) -> None:
        sheet = browser.new_page()
        outside: list[str] = []
        sheet.on("request", lambda request: outside.append(request.url))
        sheet.goto(file.as_uri())
        sheet.evaluate("document.querySelectorAll('details').forEach(item => item.open = true)")
        found = Axe().run(sheet, options={"runOnly": TAGS}).response["violations"]
        told = [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found]
        assert not told, f"{file.name}: {told}"
        assert outside == [file.as_uri()]
        sheet.close()

    return check
