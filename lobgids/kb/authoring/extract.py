"""Extracting the texts of the content for translators: an extractor for Babel, which calls it for each file."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, get_args, get_type_hints

from lobgids.kb.authoring.reading import read_file
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.files import field_of
from lobgids.kb.schema.base import TRANSLATED
from lobgids.kb.walk import blocks, leaves

# What Babel expects: line, function, its arguments, comments.
Message = tuple[int, str, tuple[str, str], list[str]]


def extract(
    fileobj: IO[bytes],
    keywords: Mapping[str, object],  # noqa: ARG001  # Babel prescribes the parameters
    comment_tags: Collection[str],  # noqa: ARG001
    options: Mapping[str, str],  # noqa: ARG001
) -> Iterator[Message]:
    """Yield each text of a content file with `entry id:key` as its context."""
    path = Path(fileobj.name)
    type_ = _type_of(path)
    reading = read_file(path, path.name, ())
    comments = {block.value.get("id"): block.value.get("translators") for block in blocks(type_, reading.value)}
    for leaf in leaves(type_, reading.value):
        if TRANSLATED in leaf.marks and leaf.value:
            comment = comments.get(leaf.owner)
            line = reading.places[leaf.spot].line
            yield line, "pgettext", (leaf.context, leaf.value), [comment] if comment else []


def _type_of(path: Path) -> Any:
    """The type of what a file holds: that of the field, or of an entry of it if the field is a folder."""
    hints = get_type_hints(KnowledgeBase)
    if path.parent.name in hints:
        return get_args(hints[path.parent.name])[0]
    return hints.get(field_of(f"{path.parent.name}/{path.name}")) or hints[path.stem]
