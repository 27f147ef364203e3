"""What a build adds to the sources: compiled catalogues, and the knowledge base packed for a quick start."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Hook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own plug-in class
    """Compile for the wheel; an editable install compiles in place and packs nothing."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Have the wheel include what is compiled and packed here."""
        root = Path(self.root)
        if self.target_name != "wheel":
            return
        compiled = compile_catalogues(root / "locales")
        if version == "editable":
            return
        included = build_data["force_include"]
        included |= {str(file): f"lobgids/{file.relative_to(root).as_posix()}" for file in compiled}
        included |= {str(file): f"lobgids/kb/{file.name}" for file in pack_content(root)}
        included |= {str(file): f"lobgids/hearing/{file.name}" for file in pack_hearing(root)}


def compile_catalogues(folder: Path) -> list[Path]:
    """Compile each catalogue beside its source, the texts of content apart, and return the compiled files."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        for name in ("lobgids.mo", "content.mo"):
            with source.open("rb") as file:
                catalogue = read_po(file)
            for message in [message for message in catalogue if message.id]:
                if bool(message.context) != (name == "content.mo"):
                    catalogue.delete(message.id, message.context)
            with source.with_name(name).open("wb") as file:
                write_mo(file, catalogue)
            compiled.append(source.with_name(name))
    return compiled


def pack_content(root: Path) -> Iterator[Path]:
    """Pack the knowledge base for the wheel in each language, and yield the files."""
    sys.path.insert(0, str(root))
    from lobgids.i18n import Language, available_languages, catalogue_folder
    from lobgids.kb.load import CONTENT, PACKED, fingerprint, pack, sealed

    for code in available_languages(catalogue_folder()):
        language = Language(code, [catalogue_folder()])
        target = root / "build" / PACKED.format(code=code)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(sealed(fingerprint(CONTENT, language), pack(CONTENT, language)))
        yield target


def pack_hearing(root: Path) -> Iterator[Path]:
    """Pack for the wheel what is learnt from the example sentences in each language, and yield the files."""
    sys.path.insert(0, str(root))
    from lobgids.hearing.load import PACKED, fingerprint, pack
    from lobgids.i18n import available_languages, catalogue_folder
    from lobgids.kb.load import CONTENT, sealed

    for code in available_languages(catalogue_folder()):
        target = root / "build" / PACKED.format(code=code)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(sealed(fingerprint(CONTENT, code), pack(CONTENT, code)))
        yield target
