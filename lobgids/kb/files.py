"""The files of a knowledge base, and which of them a track hears."""

from pathlib import Path

ABOUT = "about.yaml"

BY_TRACK = ("questions", "phrases", "report")
"""Folders with a file for each track, whose entries are heard there only, and one that all tracks share."""

HEARD = {
    "decaan": ("shared", "decaan"),
    "workshop": ("shared", "decaan", "workshop"),  # a group holds the same conversation on its school
    "mentor": ("shared", "mentor"),
}

_FILES = dict.fromkeys(file for files in HEARD.values() for file in files)
_OF_A_TRACK = {f"{folder}_{file}": f"{folder}/{file}.yaml" for folder in BY_TRACK for file in _FILES}


class NotAKnowledgeBaseError(Exception):
    """The folder holds no `about.yaml`, so it is not a knowledge base at all."""


def content_files(folder: Path) -> list[tuple[str, Path]]:
    """The YAML files of a knowledge base by name, with forward slashes, in order. Raises `NotAKnowledgeBaseError`."""
    if not (folder / ABOUT).is_file():
        raise NotAKnowledgeBaseError(folder)
    found = [*folder.glob("*.yaml"), *folder.glob("*/*.yaml")]
    return sorted((path.relative_to(folder).as_posix(), path) for path in found)


def field_of(name: str) -> str:
    """The field of the knowledge base that a file belongs to: `roles` for `roles/mentor.yaml`.

    A file of a track is a field by itself: `phrases_mentor` for `phrases/mentor.yaml`.
    """
    field, _, file = name.removesuffix(".yaml").partition("/")
    return f"{field}_{file}" if f"{field}_{file}" in _OF_A_TRACK else field


def file_of(field: str) -> str:
    """The file that holds a field, where it is not a folder with one entry a file."""
    return _OF_A_TRACK.get(field, f"{field}.yaml")


def fields_heard(folder: str, track: str = "") -> list[str]:
    """The fields that a track hears of `questions`, `phrases` or `report`; without a track, all of them."""
    return [f"{folder}_{file}" for file in HEARD.get(track, _FILES)]
