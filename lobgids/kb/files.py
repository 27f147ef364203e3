"""The files of a knowledge base."""

from pathlib import Path

ABOUT = "about.yaml"


class NotAKnowledgeBaseError(Exception):
    """The folder holds no `about.yaml`, so it is not a knowledge base at all."""


def content_files(folder: Path) -> list[tuple[str, Path]]:
    """The YAML files of a knowledge base by name, with forward slashes, in order. Raises `NotAKnowledgeBaseError`."""
    if not (folder / ABOUT).is_file():
        raise NotAKnowledgeBaseError(folder)
    found = [*folder.glob("*.yaml"), *folder.glob("*/*.yaml")]
    return sorted((path.relative_to(folder).as_posix(), path) for path in found)


def field_of(name: str) -> str:
    """The field of the knowledge base that a file belongs to: `roles` for `roles/mentor.yaml`."""
    return name.partition("/")[0].removesuffix(".yaml")
