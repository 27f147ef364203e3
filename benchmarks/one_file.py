"""How long lobgids.html takes to its first question, opened from a local file without a network: the median of five.

python benchmarks/one_file.py dist/lobgids.html ['CSS of what shows that a question is there']
"""

import shutil
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from playwright.sync_api import sync_playwright

OPENED = 5


def opened(browser: Any, path: Path, asked: str) -> tuple[float, float]:
    """The seconds to the first question, and the megabytes of the page's heap then."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    began = perf_counter()
    page.goto(path.resolve().as_uri(), wait_until="commit")
    page.locator(asked).first.wait_for()
    took = perf_counter() - began
    heap = page.evaluate("performance.memory.usedJSHeapSize") / 1e6
    context.close()
    return took, heap


def main() -> None:
    path, asked = Path(sys.argv[1]), (sys.argv[2:] or ["#asked"])[0]
    with sync_playwright() as running:
        arguments = ["--no-sandbox", "--enable-precise-memory-info"]
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        measured = [opened(browser, path, asked) for _ in range(OPENED)]
        browser.close()
    print(f"{path.name}: {path.stat().st_size:,} bytes")
    print("seconds to the first question:", " ".join(f"{took:.2f}" for took, _ in sorted(measured)))
    print(f"median {median(took for took, _ in measured):.2f} s, heap {median(heap for _, heap in measured):.0f} MB")


if __name__ == "__main__":
    main()
