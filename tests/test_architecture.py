"""The rooms lean one way, and what is known can be had without a screen or a command line."""

import subprocess
import sys
from pathlib import Path

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


def test_a_conversation_needs_no_screen(tmp_path: object) -> None:
    script = (
        "import sys; from pathlib import Path; from lobgids.i18n import Language, catalogue_folder;"
        "from lobgids.kb.checks import check_content; from lobgids.kb.folder import read;"
        "from lobgids.kb.load import CONTENT, load; from lobgids.kb.show import list_lines;"
        "from lobgids.dialogue.conversation import Conversation, Tongue; from lobgids.dialogue.events import Header;"
        "from lobgids.dialogue.protocol import Move; from lobgids.advice.conclude import conclude;"
        "from lobgids.storage.document import Document;"
        "language = Language('en', [catalogue_folder()]);"
        f"base = load(CONTENT, language, Path({str(tmp_path)!r}));"
        "assert not check_content(read(CONTENT), [language]); assert list(list_lines(base, language));"
        "header = Header(lobgids=1, id='x', created='', track='decaan', knowledge_base='x',"
        " knowledge_base_version='1', seed='s', language='en');"
        f"document = Document.create(Path({str(tmp_path)!r}) / 'a.lobgids', header);"
        "talk = Conversation(header, tongues=lambda code: Tongue(language, base), conclude=conclude,"
        " keep=document.append, now=lambda: '');"
        "[talk.take(Move(move='skip')) for _ in range(60)]; talk.result(); document.close();"
        "print({'textual', 'rich', 'click'} & set(sys.modules) or 'none')"
    )
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (told.stdout.strip(), told.stderr) == ("none", "")


def test_lines_need_no_screen(tmp_path: Path) -> None:
    script = (
        "import sys; from lobgids.cli import main;"
        f"main(['talk', {str(tmp_path / 'a.lobgids')!r}, '--json', '--lang', 'nl']);"
        "print('textual' in sys.modules or 'rich' in sys.modules, file=sys.stderr)"
    )
    told = subprocess.run([sys.executable, "-c", script], input="", capture_output=True, text=True, check=True)
    assert told.stderr.strip() == "False"
