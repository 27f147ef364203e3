"""What is packed of our own content, once for all tests of a run: that takes seconds, and gives the same each time."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
from filelock import FileLock

from lobgids import atomic
from lobgids.hearing import load as hearing
from lobgids.i18n import Language
from lobgids.kb import load as kb
from lobgids.kb.load import CONTENT

Spoken = TypeVar("Spoken", Language, str)


def shared_folder(temporary: pytest.TempPathFactory, name: str) -> Path:
    """A folder that all workers of this run have, and no other run."""
    own = temporary.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    folder.mkdir(exist_ok=True)
    return folder


def pack_once(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Pack a folder with exactly our own content, in a language, once; any other is packed by who asks for it."""
    patch.setattr(kb, "pack", _once(kb.pack, kb.fingerprint, folder / "content"))
    patch.setattr(hearing, "pack", _once(hearing.pack, hearing.fingerprint, folder / "hearing"))


def _once(
    pack: Callable[[Path, Spoken], bytes], fingerprint: Callable[[Path, Spoken], bytes], kept: Path
) -> Callable[[Path, Spoken], bytes]:
    @cache
    def ours(key: bytes, spoken: Spoken) -> bytes:
        code = spoken if isinstance(spoken, str) else spoken.code
        path = kept.with_name(f"{kept.name}.{code.encode().hex()}.{key.hex()}")  # any code: '../nl' is one to refuse
        with FileLock(f"{path}.lock"):  # who comes while another worker packs it waits for that
            if not path.exists():
                atomic.replace(path, pack(CONTENT, spoken))
            return path.read_bytes()

    def once(folder: Path, spoken: Spoken) -> bytes:
        key = fingerprint(folder, spoken)
        return ours(key, spoken) if key == fingerprint(CONTENT, spoken) else pack(folder, spoken)

    return once
