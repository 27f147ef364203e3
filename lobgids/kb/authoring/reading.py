"""Reading a YAML file into plain values, each with its place, and reporting everything that is wrong at once."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from lobgids.kb.authoring.diagnostics import Diagnostic, Place, Spot
from lobgids.regular import read_bytes

DEEPEST = 20
"""How deep blocks may be nested."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is missing from some builds of PyYAML
_SCALARS: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:bool": lambda word: word.lower() in ("yes", "true", "on"),
    "tag:yaml.org,2002:null": lambda _word: None,
}
_PLAIN = frozenset(
    f"tag:yaml.org,2002:{kind}" for kind in ("map", "seq", "str", "int", "float", "bool", "null", "timestamp")
)
# Characters that a terminal would obey instead of show; of those a text needs only the new line.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class FileReading(NamedTuple):
    """What was read: plain values, the place of each, and what was wrong. `value` is None if the file is unreadable."""

    value: Any
    places: dict[Spot, Place]
    diagnostics: list[Diagnostic]


def read_file(path: Path, name: str, spot: Spot) -> FileReading:
    """Read one YAML file, called `name` in diagnostics, whose value belongs at `spot` of the knowledge base."""
    try:
        raw = read_bytes(path)
    except OSError as error:
        return FileReading(None, {}, [Diagnostic(Place(name), "LG001", {"reason": error.strerror or str(error)})])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - before.rfind(b"\n")
        return FileReading(None, {}, [Diagnostic(Place(name, line, column), "LG002")])
    tabs = _tabs(text, name)
    if tabs:
        return FileReading(None, {}, tabs)
    return _parse(text, name, spot)


def _tabs(text: str, name: str) -> list[Diagnostic]:
    """A diagnostic for each line that is indented with a tab."""
    indents = ((number, line[: len(line) - len(line.lstrip())]) for number, line in enumerate(text.split("\n"), 1))
    return [
        Diagnostic(Place(name, number, indent.index("\t") + 1), "LG003") for number, indent in indents if "\t" in indent
    ]


def _parse(text: str, name: str, spot: Spot) -> FileReading:
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        # An unclosed quotation mark is noticed at the end of the file, but mended where it was opened.
        unclosed = "quoted scalar" in (error.context or "")
        mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        return FileReading(None, {}, [Diagnostic(place, "LG004", {"reason": error.problem or ""})])
    except yaml.YAMLError as error:
        return FileReading(None, {}, [Diagnostic(Place(name), "LG004", {"reason": str(error).splitlines()[0]})])
    if root is None:
        return FileReading(None, {}, [Diagnostic(Place(name), "LG009")])
    walker = _Walker(name)
    return FileReading(walker.value(root, spot, 0), walker.places, walker.diagnostics)


class _Walker:
    """Turns YAML nodes into values, and collects places and diagnostics on the way.

    Tags construct nothing here, so no file can make an object; a node met twice is an alias and is not followed.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.places: dict[Spot, Place] = {}
        self.diagnostics: list[Diagnostic] = []
        self._met: set[int] = set()  # by `id`: the tree keeps the nodes alive

    def value(self, node: yaml.Node, spot: Spot, depth: int) -> Any:
        """The plain value of a node."""
        self.places[spot] = self._place(node)
        if id(node) in self._met:
            return self._report(node, "LG007")
        self._met.add(id(node))
        if depth > DEEPEST:
            return self._report(node, "LG008", limit=str(DEEPEST))
        if node.tag not in _PLAIN:
            return self._report(node, "LG006", tag=node.tag)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, spot, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*spot, index), depth + 1) for index, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, spot: Spot, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in found:
                self._report(key_node, "LG005", key=key)
            found[key] = self.value(value_node, (*spot, key), depth + 1)
            if value_node.start_mark.line > key_node.start_mark.line:
                # A block begins on the line below its key, where nobody would look for it.
                self.places[*spot, key] = self._place(key_node)
        return found

    def _scalar(self, node: yaml.Node) -> Any:
        if control := _CONTROL.search(node.value):
            return self._report(node, "LG012", character=f"U+{ord(control[0]):04X}")
        try:
            return _SCALARS.get(node.tag, str)(node.value)
        except ValueError:
            # 0o12, 1_000 and 1:30 are numbers to YAML and not to Python: here they are the text that was typed.
            return node.value

    def _report(self, node: yaml.Node, code: str, **values: str) -> None:
        self.diagnostics.append(Diagnostic(self._place(node), code, values))

    def _place(self, node: yaml.Node) -> Place:
        return Place(self.name, node.start_mark.line + 1, node.start_mark.column + 1)
