"""The rooms lean one way, and what is known can be had without a screen or a command line."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from lobgids.dialogue.tracks import TRACKS
from lobgids.kb.schema.base import RoleId
from lobgids.log.events import TrackName
from tests.conftest import ROOT

NAMES, ROLES = frozenset(get_args(TrackName)), frozenset(get_args(RoleId))
KNOW_TRACKS = ("dialogue/tracks", "kb/files.py", "report/editions.py", "session/showing/tracks.py", "tui/tracks.py")
"""What may tell one track from another (in the content, by the names of files); everything else asks the track."""


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
        "from lobgids.kb.authoring.checks import check_content; from lobgids.kb.authoring.folder import read;"
        "from lobgids.kb.load import CONTENT, load; from lobgids.kb.authoring.show import list_lines;"
        "from lobgids.dialogue.conversation import Conversation;"
        "from lobgids.dialogue.open_conversation import LocalizedContent;"
        "from lobgids.log.events import Header; from lobgids.dialogue.protocol import Move;"
        "from lobgids.storage.document import Document;"
        "language = Language('en', [catalogue_folder()]);"
        f"base = load(CONTENT, language, Path({str(tmp_path)!r}));"
        "assert not check_content(read(CONTENT), [language]); assert list(list_lines(base, language));"
        "header = Header(lobgids=1, id='x', created='', track='decaan', knowledge_base='x',"
        " knowledge_base_version='1', seed='s', language='en');"
        f"document = Document.create(Path({str(tmp_path)!r}) / 'a.lobgids', header);"
        "talk = Conversation(header, content_in=lambda code: LocalizedContent(language, base),"
        " keep=document.append, now=lambda: '');"
        "[talk.take(Move(move='skip')) for _ in range(60)]; talk.result(); document.close();"
        "print({'textual', 'rich', 'click'} & set(sys.modules) or 'none')"
    )
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (told.stdout.strip(), told.stderr) == ("none", "")


def test_lines_need_no_screen(tmp_path: Path) -> None:
    script = (
        "import sys; from lobgids.cli.main import main;"
        f"main(['talk', {str(tmp_path / 'a.lobgids')!r}, '--json', '--lang', 'nl']);"
        "print('textual' in sys.modules or 'rich' in sys.modules, file=sys.stderr)"
    )
    told = subprocess.run([sys.executable, "-c", script], input="", capture_output=True, text=True, check=True)
    assert told.stderr.strip() == "False"


def test_files_are_made_in_one_place() -> None:
    package = ROOT / "lobgids"
    making = re.compile(r"O_CREAT|write_bytes\(|write_text\(|os\.(link|replace|rename)\(|open\([^)]*\"[wxa]b?\"")
    makers = [path for path in package.rglob("*.py") if making.search(path.read_text("utf-8"))]
    assert makers == [package / "atomic.py"]


def test_a_track_is_told_from_another_in_three_places_only() -> None:
    package = ROOT / "lobgids"
    found = [
        f"{name}:{line}"
        for path in sorted(package.rglob("*.py"))
        if not (name := path.relative_to(package).as_posix()).startswith(KNOW_TRACKS)
        for line in telling_tracks_apart(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        'view.header.track == "mentor"',
        'track not in (None, "mentor")',
        "header.track != MENTOR",
        '"workshop" in names',
        "view.is_group",
        '{"decaan": 1, "workshop": 2}',
        '{"mentor": SHEET}.get(name)',
        "TABLE[header.track]",
        "TABLE.get(track, 0)",
        'match header.track:\n    case "mentor": pass',
    ],
)
def test_the_ways_to_tell_tracks_apart_are_seen(code: str) -> None:
    assert list(telling_tracks_apart(code))


@pytest.mark.parametrize(
    "code",
    [
        'role.id == "mentor"',
        'respondent in ("mentor", "subject_teacher")',
        '{"staff": 1, "mentor": 2}',
        "wish.track != header.track",
        "shown(header.track).has_projector",
        "track is None",
        'Header(track="decaan")',
    ],
)
def test_roles_and_two_tracks_beside_each_other_are_none_of_these(code: str) -> None:
    assert not list(telling_tracks_apart(code))


def test_every_track_that_has_a_name_is_there() -> None:
    assert get_args(TrackName) == tuple(TRACKS)


def telling_tracks_apart(code: str) -> Iterator[int]:
    """The lines that compare a track with a name, look something up by it, or ask whether it is that of a group."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Attribute(attr="is_group"):
                yield node.lineno
            case ast.Compare(left=left, comparators=others, ops=ops):
                if not isinstance(ops[0], ast.Is | ast.IsNot) and _is_with_a_name([left, *others]):
                    yield node.lineno
            case ast.Dict(keys=[_, *_] as keys) if all(isinstance(key, ast.Constant) for key in keys):
                if NAMES.issuperset(key.value for key in keys if isinstance(key, ast.Constant)):
                    yield node.lineno
            case ast.Subscript(slice=key) | ast.Match(subject=key) if _is_track(key):
                yield node.lineno
            case ast.Call(func=ast.Attribute(attr="get"), args=[key, *_]) if _is_track(key):
                yield node.lineno


def _is_with_a_name(compared: list[ast.expr]) -> bool:
    """Whether a track is compared with anything but another track, or anything with a name that no role has."""
    tracks = [_is_track(one) for one in compared]
    constants = {one.value for part in compared for one in ast.walk(part) if isinstance(one, ast.Constant)}
    return (any(tracks) and not all(tracks)) or bool(constants & (NAMES - ROLES))


def _is_track(node: ast.AST) -> bool:
    match node:
        case ast.Name(id="track") | ast.Attribute(attr="track"):
            return True
    return False
