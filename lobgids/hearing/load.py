"""Loading an ear: from a packed copy if no example changed, else learnt from the examples anew."""

import zlib
from collections.abc import Collection
from hashlib import blake2b
from pathlib import Path

import msgspec

from lobgids import text
from lobgids.hearing.ear import Ear
from lobgids.hearing.index import Index, Stored
from lobgids.kb.files import own_words_files
from lobgids.kb.load import DIGEST, keep, name_in_cache, sealed, unsealed
from lobgids.regular import read_bytes

PACKED = "hearing.{code}.msgpack"
"""The packed copies that the build makes of our own examples, one a language, beside this file."""


def load_ear(folder: Path, code: str, cache: Path, dividing: Collection[str] | None = None) -> Ear:
    """The ear for a knowledge base in a language; one that hears nothing if it has no examples in that language.

    `cache` is the folder for the packed copy of what was learnt, beside those of `kb.load`. `dividing` are the words by
    which a sentence speaks of two things, if not those that stand beside the examples. A file with a fault is not
    learnt from: `kb check` tells what is wrong, and no conversation ends for it.
    """
    key = fingerprint(folder, code)
    cached = cache / f"{name_in_cache(folder)}.{code}.hearing.msgpack"
    for copy in (Path(__file__).parent / PACKED.format(code=code), cached):
        if (packed := unsealed(copy, key)) is not None:
            return Ear(_unpacked(packed), dividing)
    packed = pack(folder, code)
    if own_words_files(folder, code):
        keep(cached, sealed(key, packed))
    return Ear(_unpacked(packed), dividing)


def fingerprint(folder: Path, code: str) -> bytes:
    """A digest of a language's examples and of how they are learnt from: `DIGEST` bytes."""
    digest = blake2b(digest_size=DIGEST)
    for source in (Path(text.__file__), *sorted(Path(__file__).parent.glob("*.py"))):
        digest.update(source.read_bytes())
    for name, path in own_words_files(folder, code):
        try:
            content = read_bytes(path)
        except OSError:
            content = b""  # `kb check` reports what is wrong
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def pack(folder: Path, code: str) -> bytes:
    """What is learnt from a folder's examples in a language, as bytes."""
    # Only changed examples are read and learnt from, so what that needs is not imported otherwise.
    from lobgids.hearing.learning import learn
    from lobgids.kb.authoring.own_words import read_own_words

    words = read_own_words(folder, code)
    return zlib.compress(msgspec.msgpack.encode(learn(words.examples, words.dividing)), 9)


def _unpacked(packed: bytes) -> Index:
    return Index(msgspec.msgpack.decode(zlib.decompress(packed), type=Stored))
