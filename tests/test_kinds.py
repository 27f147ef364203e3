"""Each kind of question is a class, and each front end says how it is drawn."""

import ast
from typing import get_args

from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.protocol import AskKind
from lobgids.tui.kinds import DRAWN
from tests.conftest import ROOT


def test_every_kind_of_the_protocol_has_its_class() -> None:
    assert list(KINDS) == list(get_args(AskKind))


def test_every_kind_is_drawn_in_the_app_and_but_for_several_at_once_on_a_projector() -> None:
    assert list(DRAWN) == list(KINDS)
    assert [kind for kind, drawn in DRAWN.items() if not drawn.on_page] == ["grid", "fields"]


def test_nothing_compares_kinds() -> None:
    known = set(get_args(AskKind))
    found = [
        f"{path.name}:{node.lineno}"
        for path in sorted((ROOT / "lobgids").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare | ast.Match) and _is_of_kind(node) and known & _texts(node)
    ]
    assert not found


def _is_of_kind(node: ast.Compare | ast.Match) -> bool:
    about = node.left if isinstance(node, ast.Compare) else node.subject
    return isinstance(about, ast.Attribute) and about.attr == "kind"


def _texts(node: ast.AST) -> set[object]:
    return {one.value for one in ast.walk(node) if isinstance(one, ast.Constant)}
