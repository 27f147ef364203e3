"""The rooms lean one way, and what is known can be had without a screen or a command line."""

import subprocess
import sys

from tests.conftest import ROOT


def test_import_contracts() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout


def test_the_knowledge_base_needs_no_screen(tmp_path: object) -> None:
    script = (
        "import sys; from pathlib import Path; from lobgids.i18n import Language, catalogue_folder;"
        "from lobgids.kb.checks import check_content; from lobgids.kb.folder import read;"
        "from lobgids.kb.load import CONTENT, load; from lobgids.kb.show import list_lines;"
        "language = Language('en', [catalogue_folder()]);"
        f"base = load(CONTENT, language, Path({str(tmp_path)!r}));"
        "assert not check_content(read(CONTENT), [language]); assert list(list_lines(base, language));"
        "print({'textual', 'rich', 'click'} & set(sys.modules) or 'none')"
    )
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (told.stdout.strip(), told.stderr) == ("none", "")
