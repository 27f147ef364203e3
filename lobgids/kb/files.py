"""The files of a knowledge base, the field that each belongs to, and which of them a track uses."""

from pathlib import Path

ABOUT = "about.yaml"

OWN_WORDS = "own_words"
"""The folder of example sentences, with a folder a language; they are read by themselves, when they are needed."""

DIVIDING = "dividing.yaml"
"""The file beside the examples of a language with the words by which a sentence speaks of two things."""

BY_TRACK = ("questions", "phrases", "report")
"""Folders with a file for each track, whose entries are used there only, and a file that all tracks share."""

USED_BY = {
    "decaan": ("shared", "decaan"),
    "workshop": ("shared", "decaan", "workshop"),  # a group holds the same conversation about its school
    "mentor": ("shared", "mentor"),
}
"""The files in these folders that each track uses, by the names of tracks."""

_FILES = dict.fromkeys(file for files in USED_BY.values() for file in files)
_OF_A_TRACK = {f"{folder}_{file}": f"{folder}/{file}.yaml" for folder in BY_TRACK for file in _FILES}


class NotAKnowledgeBaseError(Exception):
    """The folder has no `about.yaml`, so it is not a knowledge base at all."""


def content_files(folder: Path) -> list[tuple[str, Path]]:
    """The YAML files of a knowledge base as (name in the folder, path), sorted; names have forward slashes.

    Raises `NotAKnowledgeBaseError`.
    """
    if not (folder / ABOUT).is_file():
        raise NotAKnowledgeBaseError(folder)
    found = [*folder.glob("*.yaml"), *folder.glob("*/*.yaml")]
    return sorted((path.relative_to(folder).as_posix(), path) for path in found)


def own_words_files(folder: Path, code: str) -> list[tuple[str, Path]]:
    """The files of example sentences in a language, as `content_files` gives its own; none if there are none."""
    return sorted((path.relative_to(folder).as_posix(), path) for path in folder.glob(f"{OWN_WORDS}/{code}/*.yaml"))


def own_words_file(code: str, number: int) -> str:
    """The name of the file of example sentences for a component."""
    return f"{OWN_WORDS}/{code}/{number:02}.yaml"


def field_of(name: str) -> str:
    """The field of the knowledge base that a file belongs to: `roles` for `roles/mentor.yaml`.

    A file of a track is a field of its own: `phrases_mentor` for `phrases/mentor.yaml`.
    """
    field, _, file = name.removesuffix(".yaml").partition("/")
    return f"{field}_{file}" if f"{field}_{file}" in _OF_A_TRACK else field


def file_of(field: str) -> str:
    """The file that holds a field, if it is not a folder with an entry per file."""
    return _OF_A_TRACK.get(field, f"{field}.yaml")


def fields_used(folder: str, track: str = "") -> list[str]:
    """The fields of `questions`, `phrases` or `report` that a track uses; without a track, all of them."""
    return [f"{folder}_{file}" for file in USED_BY.get(track, _FILES)]
