"""Loading a knowledge base in a language: from a packed copy if nothing changed, else from the YAML, read strictly."""

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
"""The length of a digest in bytes."""
_SOURCES = ("schema/*.py", "base.py", "files.py", "load.py", "authoring/braces.py", "authoring/needed.py")
"""The source files whose change makes a packed copy old; one in how YAML is read or translated does not."""
PACKED = "content.{code}.msgpack"
"""The packed copies that the build makes of `CONTENT`, one a language; a checkout has none and uses its cache."""


def load(folder: Path, language: Language, cache: Path) -> KnowledgeBase:
    """The knowledge base in a folder, in this language.

    `cache` is the folder for the packed copy of what was read; without a copy of exactly these files all YAML is read
    and checked. Raises `NotAKnowledgeBaseError` and `ContentError`.
    """
    key = fingerprint(folder, language)
    cached = cache / f"{name_in_cache(folder)}.{language.code}.msgpack"
    for copy in (Path(__file__).parent / PACKED.format(code=language.code), cached):
        if (packed := unsealed(copy, key)) is not None:  # one that was cut short or spoiled is made again
            return _unpacked(packed)
    packed = pack(folder, language)
    keep(cached, sealed(key, packed))
    return _unpacked(packed)


def fingerprint(folder: Path, language: Language) -> bytes:
    """A digest of a folder's files and a language's catalogues: `DIGEST` bytes, others for other content.

    The structures count too, so that a copy packed by another version of lobgids is not taken for ours.
    Raises `NotAKnowledgeBaseError`.
    """
    digest = blake2b(digest_size=DIGEST)
    for pattern in _SOURCES:
        for source in sorted(Path(__file__).parent.glob(pattern)):
            digest.update(source.read_bytes())
    for name, path in (*content_files(folder), *((path.name, path) for path in language.files)):
        try:
            content = read_bytes(path)
        except OSError:
            content = b""  # the strict reading reports what is wrong
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def pack(folder: Path, language: Language) -> bytes:
    """A knowledge base in a language, read strictly, as bytes; each part packed by itself. Raises `ContentError`."""
    # Only a changed knowledge base is read, so what reading needs is not imported otherwise.
    from lobgids.kb.authoring.folder import read
    from lobgids.kb.translation import checked_in_language

    values = read(folder).values
    if language.code != SOURCE_LANGUAGE:
        values = checked_in_language(values, language)
    return msgspec.msgpack.encode({name: zlib.compress(msgspec.msgpack.encode(values[name])) for name in PARTS})


def name_in_cache(folder: Path) -> str:
    """The beginning of the names of a folder's packed copies, another one for each folder."""
    return blake2b(bytes(folder.resolve()), digest_size=8).hexdigest()


def sealed(key: bytes, packed: bytes) -> bytes:
    """A packed copy after the fingerprint of its files and its own digest, which shows whether it is whole."""
    return key + blake2b(packed, digest_size=DIGEST).digest() + packed


def _unpacked(packed: bytes) -> KnowledgeBase:
    """The knowledge base in a whole copy; its parts were checked when it was packed, and are not checked again."""
    parts = msgspec.msgpack.decode(packed, type=dict[str, bytes])

    def unpack(name: str) -> Any:
        return msgspec.msgpack.decode(zlib.decompress(parts[name]), type=PARTS[name])

    return KnowledgeBase(unpack)


def unsealed(copy: Path, key: bytes) -> bytes | None:
    """What a packed copy holds; None if there is none, or it is not one of exactly these files."""
    try:
        content = read_bytes(copy)
    except OSError:
        return None
    packed = content[2 * DIGEST :]
    return packed if content.startswith(key) and sealed(key, packed) == content else None


def keep(copy: Path, content: bytes) -> None:
    """Write a packed copy; if that fails, the next start reads the YAML again."""
    with suppress(OSError):
        atomic.make_folder(copy.parent)
        atomic.replace(copy, content)
