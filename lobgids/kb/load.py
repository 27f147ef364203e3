"""A knowledge base in a language: from a packed copy where nothing changed, else from the YAML, read strictly."""

import zlib
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from lobgids import atomic
from lobgids.i18n import SOURCE_LANGUAGE, Language
from lobgids.kb.base import PARTS, KnowledgeBase
from lobgids.kb.files import content_files
from lobgids.regular import read_bytes

CONTENT = Path(__file__).parent / "content"
DIGEST = 16
_HELD_AGAINST = ("schema/*.py", "base.py", "files.py", "load.py", "authoring/braces.py", "authoring/needed.py")
PACKED = "content.{code}.msgpack"
"""The packed copies that the build makes of `CONTENT`, one a language; a checkout has none and uses its cache."""


def load(folder: Path, language: Language, cache: Path) -> KnowledgeBase:
    """The knowledge base in a folder, in this language.

    `cache` is a folder for the packed copy of what was read; without a copy of just these files all YAML is read
    and checked. Raises `NotAKnowledgeBaseError` and `ContentError`.
    """
    key = fingerprint(folder, language)
    place = blake2b(bytes(folder.resolve()), digest_size=8).hexdigest()
    kept = cache / f"{place}.{language.code}.msgpack"
    for copy in (Path(__file__).parent / PACKED.format(code=language.code), kept):
        if (packed := _packed(copy, key)) is not None:  # one that was cut short or spoiled is made again
            return _opened(packed)
    packed = pack(folder, language)
    _keep(kept, sealed(key, packed))
    return _opened(packed)


def fingerprint(folder: Path, language: Language) -> bytes:
    """What a folder's files and a language's catalogues come down to: 16 bytes, other ones for other content.

    What it was held against counts too, so that a copy packed by another version of lobgids is not taken for ours.
    Raises `NotAKnowledgeBaseError`.
    """
    digest = blake2b(digest_size=DIGEST)
    for pattern in _HELD_AGAINST:
        for source in sorted(Path(__file__).parent.glob(pattern)):
            digest.update(source.read_bytes())
    for name, path in (*content_files(folder), *((path.name, path) for path in language.files)):
        try:
            content = read_bytes(path)
        except OSError:
            content = b""  # reading it strictly will say what is wrong
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def pack(folder: Path, language: Language) -> bytes:
    """A knowledge base in a language, read strictly, as bytes to keep: each part by itself. Raises `ContentError`."""
    # Only a changed knowledge base is read, so what reading needs is not imported for any other.
    from lobgids.kb.authoring.folder import read
    from lobgids.kb.translation import soundly_in_language

    values = read(folder).values
    if language.code != SOURCE_LANGUAGE:
        values = soundly_in_language(values, language)
    return msgspec.msgpack.encode({name: zlib.compress(msgspec.msgpack.encode(values[name])) for name in PARTS})


def sealed(key: bytes, packed: bytes) -> bytes:
    """A packed copy with what tells of which files it is, and that it is whole."""
    return key + blake2b(packed, digest_size=DIGEST).digest() + packed


def _opened(packed: bytes) -> KnowledgeBase:
    """The knowledge base in a copy that is whole, whose parts were sound when it was packed."""
    parts = msgspec.msgpack.decode(packed, type=dict[str, bytes])

    def unpack(name: str) -> Any:
        return msgspec.msgpack.decode(zlib.decompress(parts[name]), type=PARTS[name])

    return KnowledgeBase(unpack)


def _packed(copy: Path, key: bytes) -> bytes | None:
    """What a packed copy holds, where it is one of just these files."""
    try:
        kept = read_bytes(copy)
    except OSError:
        return None
    packed = kept[2 * DIGEST :]
    return packed if kept.startswith(key) and sealed(key, packed) == kept else None


def _keep(copy: Path, content: bytes) -> None:
    """Write a packed copy; where that can't be, the next start reads the YAML again."""
    with suppress(OSError):
        atomic.make_folder(copy.parent)
        atomic.replace(copy, content)
