"""How long lobgids.html takes to its first question, opened from a local file without a network: the median of five.

python benchmarks/one_file.py dist/lobgids.html

Then how long an answer takes until the next question stands there, and the memory of the page.
"""

import shutil
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from playwright.sync_api import sync_playwright

OPENED = 5
ANSWERED = 8


def opened(browser: Any, path: Path) -> tuple[float, float, list[float], float]:
    """The seconds to the first page and to the first question, those of each answer, and the megabytes of the heap."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    began = perf_counter()
    page.goto(path.resolve().as_uri(), wait_until="commit")
    page.locator("button[value=decaan]").wait_for()
    shown = perf_counter() - began
    page.click("button[value=decaan]")
    page.locator("#question").wait_for()
    asked = perf_counter() - began
    answers = [answered(page) for _ in range(ANSWERED)]
    heap = page.evaluate("performance.memory.usedJSHeapSize") / 1e6
    context.close()
    return shown, asked, answers, heap


def answered(page: Any) -> float:
    """The seconds from sending an answer until another question stands there."""
    at = page.input_value("#answer input[name=at]")
    options = page.locator("#answer input[name=answer]")
    if options.count():
        options.first.check()
    else:
        page.fill("textarea[name=words]", "Iets")
    began = perf_counter()
    page.click("#answer button.main")
    page.wait_for_selector(f"#answer input[name=at]:not([value='{at}'])", state="attached")
    return perf_counter() - began


def main() -> None:
    path = Path(sys.argv[1])
    with sync_playwright() as running:
        arguments = ["--no-sandbox", "--enable-precise-memory-info"]
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        measured = [opened(browser, path) for _ in range(OPENED)]
        browser.close()
    shown, asked, answers, heap = zip(*measured, strict=True)
    print(f"{path.name}: {path.stat().st_size:,} bytes")
    print("seconds to the first question:", " ".join(f"{took:.2f}" for took in sorted(asked)))
    print(f"median {median(asked):.2f} s, to the first page {median(shown):.2f} s, heap {median(heap):.0f} MB")
    print(f"an answer, the click included: {1000 * median(took for each in answers for took in each):.0f} ms")


if __name__ == "__main__":
    main()
