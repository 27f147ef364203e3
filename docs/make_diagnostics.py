"""Write docs/diagnostics.md from the rules and the examples that the tests break them with."""

from pathlib import Path
from typing import Any

import yaml

from lobgids.i18n import Language, catalogue_folder
from lobgids.kb.authoring.rules import RULES

DOCS = Path(__file__).parent
EXAMPLES = DOCS.parent / "tests" / "diagnostics.yaml"
HEAD = """# Wat er mis kan zijn met de inhoud / What can be wrong with content

`lobgids kb check` noemt elke fout met een nummer, de plaats, wat er gevonden en verwacht werd en hoe je het herstelt.
Hieronder staat elk nummer, met een voorbeeld van een wijziging die de fout geeft.

`lobgids kb check` tells every fault with a number, its place, what was found and expected, and how to mend it. Below
stands every number with an edit that causes it. This page is made by `python docs/make_diagnostics.py`.
"""


def page() -> str:
    """Return the page in Markdown."""
    examples = {example["code"]: example for example in yaml.safe_load(EXAMPLES.read_text("utf-8"))}
    english = Language("en", [catalogue_folder()])
    parts = [HEAD]
    for code, rule in RULES.items():
        kind = "waarschuwing / warning" if rule.warning else "fout / error"
        rows = ((text, english.gettext(text)) for text in rule[:3])
        table = "\n".join(f"| {dutch} | {translation} |" for dutch, translation in rows)
        parts.append(f"## {code} ({kind})\n\n| nl | en |\n| --- | --- |\n{table}\n{shown(examples.get(code))}")
    return "\n".join(parts)


def shown(example: dict[str, Any] | None) -> str:
    """Return an example as a change to a file; without an example, the rule about translations has one here."""
    if example is None:
        return "\nIn `locales/en/LC_MESSAGES/lobgids.po`: `msgstr` has `{acton}` where `msgid` has `{action}`.\n"
    if "becomes" in example:
        return f"\n`{example['file']}`: {example['becomes']}.\n"
    if "whole" in example:
        return f"\n`{example['file']}` holds just this: `{example['whole']}`\n"
    changed = [f"- {line}" for line in example["old"].strip("\n").split("\n")]
    changed += [f"+ {line}" for line in example["new"].strip("\n").split("\n") if line]
    return f"\n```diff\n# {example['file']}\n" + "\n".join(changed) + "\n```\n"


if __name__ == "__main__":
    (DOCS / "diagnostics.md").write_text(page(), encoding="utf-8")
