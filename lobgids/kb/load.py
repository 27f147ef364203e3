"""A folder of YAML becomes a knowledge base: strictly when something changed, from a packed copy when nothing did."""

import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from lobgids.i18n import SOURCE_LANGUAGE, Language
from lobgids.kb import entries
from lobgids.kb.diagnostics import ContentError, Diagnostic, Place
from lobgids.kb.entries import TRANSLATED, KnowledgeBase
from lobgids.kb.reading import Spot, read_file

CONTENT = Path(__file__).parent / "content"
PACKED = Path(__file__).parent / "content.msgpack"
"""The packed copy that the build makes of `CONTENT`; a checkout has none and uses its cache."""

ABOUT = "about.yaml"


class NotAKnowledgeBaseError(Exception):
    """The folder holds no `about.yaml`, so it is not a knowledge base at all."""


class Source(NamedTuple):
    """A knowledge base as it was written: plain values, and where each of them stands."""

    values: dict[str, Any]
    places: dict[Spot, Place]


def load(folder: Path, language: Language, cache: Path) -> KnowledgeBase:
    """The knowledge base in a folder, in this language.

    `cache` is a folder for the packed copy of what was read; without a copy of just these files all YAML is read
    and checked. Raises `NotAKnowledgeBaseError` and `ContentError`.
    """
    key = fingerprint(folder)
    kept = cache / f"{blake2b(bytes(folder.resolve()), digest_size=8).hexdigest()}.msgpack"
    for copy in (PACKED, kept):
        if (values := _unpack(copy, key)) is not None:
            return _entries(values, language)
    packed = pack(read(folder).values)
    _keep(kept, key + packed)
    return _entries(packed, language)


def fingerprint(folder: Path) -> bytes:
    """What the content of a folder's files comes down to: 16 bytes, other ones for other content.

    The structures count too, so that a copy packed by another version of lobgids is not taken for ours.
    Raises `NotAKnowledgeBaseError`.
    """
    digest = blake2b(Path(entries.__file__).read_bytes(), digest_size=16)
    for name, path in content_files(folder):
        try:
            content = path.read_bytes()
        except OSError:
            content = b""  # reading it strictly will say what is wrong
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.digest()


def content_files(folder: Path) -> list[tuple[str, Path]]:
    """The YAML files of a knowledge base by name, with forward slashes, in order. Raises `NotAKnowledgeBaseError`."""
    if not (folder / ABOUT).is_file():
        raise NotAKnowledgeBaseError(folder)
    found = [*folder.glob("*.yaml"), *folder.glob("*/*.yaml")]
    return sorted((path.relative_to(folder).as_posix(), path) for path in found)


def pack(values: dict[str, Any]) -> bytes:
    """Plain values as bytes to keep."""
    return msgspec.msgpack.encode(values)


def read(folder: Path) -> Source:
    """Read all YAML in a folder and check its structure and references.

    Raises `NotAKnowledgeBaseError`, and `ContentError` with everything that is wrong.
    """
    # Only a changed knowledge base is read, so what reading needs is not imported for any other.
    from lobgids.kb.references import check_references
    from lobgids.kb.structure import faults, is_sound

    source, found = _gather(folder)
    if found or not is_sound(source.values):
        unread = {_field(trouble.place.file) for trouble in found}
        found += faults(source.values, source.places, unread)
    if not found:
        found += check_references(source.values, source.places)
    if found:
        raise ContentError(found)
    return source


def _gather(folder: Path) -> tuple[Source, list[Diagnostic]]:
    """Read every file to the field of the knowledge base that it holds."""
    source, found = Source({}, {}), []
    names = KnowledgeBase.__struct_fields__
    files = content_files(folder)
    alone = {name.removesuffix(".yaml") for name, _ in files if "/" not in name}
    for name, path in files:
        field, in_folder = _field(name), "/" in name
        if field not in names or (in_folder and field in alone):
            known = ", ".join(f"{known}.yaml" for known in names)
            found.append(Diagnostic(Place(name), "LG011", {"names": known}))
            continue
        together = source.values.setdefault(field, []) if in_folder else []
        source.places.setdefault((field,), Place(f"{field}/" if in_folder else name))
        reading = read_file(path, name, (field, len(together)) if in_folder else (field,))
        source.places.update(reading.places)
        found += reading.diagnostics
        if reading.value is None:
            continue
        if in_folder:
            together.append(reading.value)
        else:
            source.values[field] = reading.value
    for name in names:
        if name not in source.values and name not in alone:
            found.append(Diagnostic(Place(ABOUT), "LG010", {"name": f"{name}.yaml"}))
    return source, found


def _field(name: str) -> str:
    """The field of the knowledge base that a file belongs to: `roles` for `roles/mentor.yaml`."""
    return name.partition("/")[0].removesuffix(".yaml")


def _entries(packed: bytes, language: Language) -> KnowledgeBase:
    if language.code == SOURCE_LANGUAGE:
        return msgspec.msgpack.decode(packed, type=KnowledgeBase)
    from lobgids.kb.walk import Leaf, replace

    def translated(leaf: Leaf) -> str:
        return language.pgettext(leaf.context, leaf.value) if TRANSLATED in leaf.marks and leaf.value else leaf.value

    return msgspec.convert(replace(KnowledgeBase, msgspec.msgpack.decode(packed), translated), KnowledgeBase)


def _unpack(copy: Path, key: bytes) -> bytes | None:
    """What a packed copy holds, where it is one of just these files."""
    try:
        kept = copy.read_bytes()
    except OSError:
        return None
    return kept[len(key) :] if kept.startswith(key) else None


def _keep(copy: Path, content: bytes) -> None:
    """Write a packed copy, whole or not at all; where that can't be, the next start reads the YAML again."""
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=copy.parent, delete=False) as file:
            file.write(content)
        Path(file.name).replace(copy)
    except OSError:
        pass
