"""Holds a conversation to its end over JSON: python hold_talk.py COMMAND ...

Each question gets an answer that fits; it ends with the result, or with what was said instead.
"""

import json
import subprocess
import sys
from typing import Any

MOST_ANSWERS = 300
BY_KIND: dict[str, Any] = {"text": "Iets", "date": "2027-03-01", "confirm": True, "scale": 2, "number": 12}


def fitting(ask: dict[str, Any]) -> Any:
    """An answer that fits: the first option, or as many as there have to be."""
    ids = [option["id"] for option in ask.get("options", ())]
    if ask["kind"] == "votes":
        return {ids[0]: 12}
    if ask["kind"] in BY_KIND:
        return BY_KIND[ask["kind"]]
    return ids[0] if ask["kind"] == "choice" else ids[: max(1, ask.get("least", 1))]


with subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as talk:  # noqa: S603  # ours
    assert talk.stdin is not None and talk.stdout is not None  # noqa: S101, PT018
    told: dict[str, Any] = {}
    for _ in range(MOST_ANSWERS):
        while told.get("type") not in ("ask", "result", "mentor_result"):
            if not (line := talk.stdout.readline()):
                break
            told = json.loads(line)
        if told.get("type") != "ask":
            break
        talk.stdin.write(json.dumps({"answer": fitting(told)}).encode() + b"\n")
        talk.stdin.flush()
        told = {}
    talk.stdin.close()
    talk.stdout.read()
sys.exit(0 if "result" in str(told.get("type")) and talk.returncode == 0 else f"the talk ended with {told}")
