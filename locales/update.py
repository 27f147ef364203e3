"""Bring the catalogues up to date: extract all texts, update each language, compile. Run from anywhere.

python locales/update.py             extract, update, compile
python locales/update.py --add fr    begin a catalogue for a new language
python locales/update.py --check     change nothing; say what is out of date or missing, and exit with 1
"""

import argparse
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from lobgids import atomic

LOCALES = Path(__file__).resolve().parent
PACKAGE = LOCALES.parent / "lobgids"
TEMPLATE = LOCALES / "lobgids.pot"
SOURCE_LANGUAGE = "nl"
COMPILED, OF_CONTENT = "lobgids.mo", "content.mo"
WIDTH = 120

# Example sentences are written in each language, and never translated.
METHODS = [("kb/content/own_words/**.yaml", "ignore"), ("kb/content/**.yaml", "lobgids-kb"), ("**.py", "python"),
           ("web/templates/**.html", "jinja2")]  # fmt: skip
KEYWORDS = DEFAULT_KEYWORDS

# Libraries write their texts in English, so in Dutch these are what there is to translate.
LIBRARY_LANGUAGE = "en"
LIBRARY = "A text of a library, in English in the source."


def main() -> int:
    """Do what the arguments ask for, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--add", metavar="CODE", help="begin a catalogue for a new language")
    parser.add_argument("--check", action="store_true", help="change nothing, report")
    arguments = parser.parse_args()
    template = extract()
    if arguments.check:
        return check(template)
    codes = {path.name for path in LOCALES.iterdir() if path.is_dir()} | ({arguments.add} if arguments.add else set())
    write(template, TEMPLATE)
    for code in sorted(codes):
        write(updated(code, template), catalogue_path(code))
        compile_catalogue(catalogue_path(code))
    return 0


def extract() -> Catalog:
    """Return a template with every text of the knowledge base, the code, and the libraries that speak to a user."""
    known = read(TEMPLATE) if TEMPLATE.exists() else None
    template = new_catalogue(creation_date=known.creation_date if known else None)
    for name, line, message, comments, context in extract_from_dir(PACKAGE, METHODS, keywords=KEYWORDS):
        template.add(message, locations=[(f"lobgids/{name}", line)], auto_comments=comments, context=context)
    for name, _line, message, _comments, context in extract_from_dir(Path(click.__file__).parent):
        # Without its line, which is another one in each release of the library.
        template.add(message, locations=[(f"click/{name}", None)], auto_comments=[LIBRARY], context=context)
    for message in libraries_only(known) if known else ():  # texts of other releases of the library are kept
        if message.id and message.id not in template:
            template.add(message.id, locations=message.locations, auto_comments=[LIBRARY])
    return template


def updated(code: str, template: Catalog) -> Catalog:
    """Return a language's catalogue with the template's messages; Dutch holds the libraries' texts only."""
    path = catalogue_path(code)
    catalogue = read(path) if path.exists() else new_catalogue(locale=code)
    if code == SOURCE_LANGUAGE:
        template = libraries_only(template)
    known = {message.context: message.string for message in messages(catalogue) if message.context}
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    for message in messages(catalogue):
        if not is_full(message) and (old := known.get(message.context)):
            # Its Dutch changed, perhaps by a comma: the old translation is still a start. A check refuses it as fuzzy.
            message.string = old
            message.flags.add("fuzzy")
    if code == LIBRARY_LANGUAGE:
        for message in messages(catalogue):
            if LIBRARY in message.auto_comments:
                message.string = message.id
    return catalogue


def new_catalogue(**options: Any) -> Catalog:
    """Return an empty catalogue with a header of ours."""
    return Catalog(
        project="lobgids",
        version="0.1",
        header_comment="# Texts of lobgids. How to translate them stands in CONTRIBUTING.md.",
        msgid_bugs_address="the project's issues",
        last_translator="the lobgids developers",
        language_team="the lobgids developers",
        fuzzy=False,
        **options,
    )


def libraries_only(template: Catalog) -> Catalog:
    """Return a template with the libraries' texts only."""
    libraries = new_catalogue(creation_date=template.creation_date)
    for message in messages(template):
        if LIBRARY in message.auto_comments:
            libraries.add(message.id, locations=message.locations, auto_comments=message.auto_comments)
    return libraries


def check(template: Catalog) -> int:
    """Print what is out of date, stale, fuzzy or missing, and return the exit code."""
    problems = [f"{TEMPLATE.name}: {trouble}" for trouble in differences(template, read(TEMPLATE))]
    for path in sorted(LOCALES.glob("*/LC_MESSAGES/lobgids.po")):
        code, catalogue = path.parts[-3], read(path)
        wanted = libraries_only(template) if code == SOURCE_LANGUAGE else template
        problems += [f"{code}: {trouble}" for trouble in differences(wanted, catalogue)]
        problems += [
            f"{code}: no translation: {named(message)}" for message in messages(catalogue) if not is_full(message)
        ]
        problems += [f"{code}: fuzzy: {named(message)}" for message in messages(catalogue) if message.fuzzy]
    print("\n".join(problems) or "all catalogues are up to date and complete")
    return 1 if problems else 0


def differences(wanted: Catalog, present: Catalog) -> Iterator[str]:
    """Yield the messages of ours that only one of two catalogues has; those of a library depend on its release."""
    ours, theirs = (
        {named(message) for message in messages(catalogue) if LIBRARY not in message.auto_comments}
        for catalogue in (wanted, present)
    )
    yield from (f"missing: {name}" for name in sorted(ours - theirs))
    yield from (f"stale: {name}" for name in sorted(theirs - ours))


def messages(catalogue: Catalog) -> Iterator[Message]:
    """Return the messages without the header."""
    return (message for message in catalogue if message.id)


def named(message: Message) -> str:
    """Return a message's context and text, to print."""
    text = message.id[0] if message.pluralizable else message.id
    return f"{message.context}: {text}" if message.context else text


def is_full(message: Message) -> bool:
    """Return whether every form is translated."""
    return all(message.string) if message.pluralizable else bool(message.string)


def catalogue_path(code: str) -> Path:
    """Return the path of a language's catalogue."""
    return LOCALES / code / "LC_MESSAGES" / "lobgids.po"


def read(path: Path) -> Catalog:
    """Read a template or catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3] if path.suffix == ".po" else None)


def write(catalogue: Catalog, path: Path) -> None:
    """Write a template or catalogue, without line numbers: with them, a changed text would change a hundred lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=WIDTH, sort_by_file=True, include_lineno=False)


def compile_catalogue(path: Path) -> None:
    """Compile a catalogue to two files beside it: what the program says, and the texts of content."""
    for name in (COMPILED, OF_CONTENT):
        catalogue = read(path)
        for message in list(messages(catalogue)):
            if bool(message.context) != (name == OF_CONTENT):  # only texts of content have a context
                catalogue.delete(message.id, message.context)
        compiled = BytesIO()
        write_mo(compiled, catalogue)
        # At once, not piece by piece: tests compile while others read.
        atomic.replace(path.with_name(name), compiled.getvalue())


if __name__ == "__main__":
    sys.exit(main())
