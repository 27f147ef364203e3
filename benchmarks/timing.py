"""Timing that the benchmarks share."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable


def median(run: Callable[[], object], runs: int) -> float:
    """Return the median of the seconds that several runs take, after one that does not count."""
    run()
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        took.append(time.perf_counter() - start)
    return statistics.median(took)


def interpret(statement: str) -> None:
    """Run a statement in a fresh interpreter."""
    subprocess.run([sys.executable, "-c", statement], check=True)
