"""Every fault that an author can make in the content is answered with its number, place, and a way to mend it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from lobgids.hearing.confused import check_confused
from lobgids.hearing.load import load_ear
from lobgids.i18n import Language
from lobgids.kb.authoring import reading
from lobgids.kb.authoring.checks import check_content
from lobgids.kb.authoring.diagnostics import ContentError, Diagnostic
from lobgids.kb.authoring.folder import read
from lobgids.kb.authoring.own_words import check_own_words
from lobgids.kb.authoring.rules import RULES
from lobgids.kb.authoring.structure import as_entries
from lobgids.kb.load import CONTENT

EXAMPLES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("diagnostics.yaml").read_text("utf-8"))


@pytest.fixture(scope="module", autouse=True)
def parsed_once() -> Iterator[None]:
    """Parse a file that no edit touched once for all edits: what it is parsed to is never changed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_parse", cache(reading._parse))
        yield


def diagnose(folder: Path, *languages: Language) -> list[Diagnostic]:
    """All that is wrong with a knowledge base."""
    codes = [language.code for language in languages]
    try:
        source = read(folder)
        components = as_entries(source.values).components
        return [*check_content(source, languages), *check_own_words(folder, components, codes)]
    except ContentError as error:
        return list(error.diagnostics)


def break_it(folder: Path, example: dict[str, Any]) -> int:
    """Make the edit of an example; gives the first line that it touches."""
    path = folder / example["file"]
    if "whole" in example:
        path.write_text(example["whole"], encoding="utf-8")
    elif example.get("becomes") == "a folder":
        path.unlink()
        path.mkdir()
    elif example.get("becomes") == "removed":
        path.unlink()
    elif "becomes" in example:
        path.write_bytes(path.read_text("utf-8").encode("latin-1"))
    else:
        text = path.read_text("utf-8")
        for step in (example, *([example["also"]] if "also" in example else [])):
            assert step["old"] in text, step
            text = text.replace(step["old"], step["new"], 1)
        path.write_text(text, encoding="utf-8")
        original: str = (CONTENT / example["file"]).read_text("utf-8")
        before, _, _ = original.partition(example["old"])
        return before.count("\n") + 1
    return 1


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example['code']}-{example['file']}")
def test_a_bad_edit_is_answered(example: dict[str, Any], adapted: Path, dutch: Language, english: Language) -> None:
    line = break_it(adapted, example)
    found = diagnose(adapted, dutch, english)
    if example["code"] == "LG082":  # learning takes a while
        found += check_confused(adapted, "nl", load_ear(adapted, "nl", adapted / "cache"))
    answers = [diagnostic for diagnostic in found if diagnostic.code == example["code"]]
    assert answers, [diagnostic.say(english) for diagnostic in found]
    place = answers[0].place
    if "place" in example:
        assert str(place) == example["place"]
    else:
        assert (place.file, place.line) == (example["file"], line)


def test_the_place_of_a_fault_is_exact(adapted: Path) -> None:
    path = adapted / "pillars.yaml"
    path.write_text(path.read_text("utf-8").replace("  name: Organisatie", "  naam: Organisatie"), encoding="utf-8")
    lines = path.read_text("utf-8").splitlines()
    line = lines.index("  naam: Organisatie") + 1
    found = {diagnostic.code: diagnostic for diagnostic in diagnose(adapted)}
    assert found["LG020"].place == ("pillars.yaml", line, 9)
    assert found["LG020"].values["suggestion"] == "name"
    assert found["LG021"].values["key"] == "name"


def test_all_faults_come_in_one_go(adapted: Path) -> None:
    for name in ("01", "02", "03"):
        path = adapted / "components" / f"{name}.yaml"
        path.write_text(path.read_text("utf-8").replace("why: >-", "waarom: >-"), encoding="utf-8")
    (adapted / "pillars.yaml").write_text("\tx: 1\n\ty: 2\n", encoding="utf-8")
    found = diagnose(adapted)
    assert sum(diagnostic.code == "LG020" for diagnostic in found) == 3
    assert sum(diagnostic.code == "LG003" for diagnostic in found) == 2


@pytest.mark.parametrize("file", ["components/04.yaml", "phrases/mentor.yaml"])
def test_an_unreadable_file_is_not_called_missing_as_well(adapted: Path, file: str) -> None:
    (adapted / file).write_text("id: 'c04", encoding="utf-8")
    assert [diagnostic.code for diagnostic in diagnose(adapted)] == ["LG004"]


def test_a_word_that_others_have_as_well_gives_no_description_away(adapted: Path, dutch: Language) -> None:
    path = adapted / "components" / "02.yaml"
    ours, theirs = (
        ("met zijn tweeën, en dat kostte", "zelf met elkaar, en dat kostte"),
        ("zodat iedereen wist waar", "want die wist zelf met elkaar waar"),
    )
    path.write_text(path.read_text("utf-8").replace(*ours), encoding="utf-8")
    assert [found.code for found in diagnose(adapted, dutch)] == ["LG059"]
    path.write_text(path.read_text("utf-8").replace(*theirs), encoding="utf-8")
    assert not diagnose(adapted, dutch)


def test_each_language_has_words_of_its_own_that_give_away(adapted: Path, english: Language) -> None:
    path = adapted / "about.yaml"
    path.write_text(path.read_text("utf-8").replace("words: [had to,", "words: [inside out,"), encoding="utf-8")
    (found,) = diagnose(adapted, english)
    assert (found.code, found.place.file, found.values) == (
        "LG059",
        "components/02.yaml",
        {"words": "inside out", "language": "en"},
    )


def test_an_alias_bomb_is_refused_at_once(adapted: Path) -> None:
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    rows += [f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True)]
    (adapted / "about.yaml").write_text("\n".join(rows), encoding="utf-8")
    assert "LG007" in {diagnostic.code for diagnostic in diagnose(adapted)}


def test_thousands_of_brackets_are_refused(adapted: Path) -> None:
    (adapted / "about.yaml").write_text("a: " + "[" * 5000 + "]" * 5000, encoding="utf-8")
    assert {diagnostic.code for diagnostic in diagnose(adapted)} <= {"LG004", "LG008", "LG020", "LG021"}


def test_every_rule_has_an_example() -> None:
    # A placeholder that a translation changed needs a catalogue: see test_translation.
    assert {example["code"] for example in EXAMPLES} | {"LG050"} == set(RULES)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_can_be_said_in_both_languages(code: str, dutch: Language, english: Language) -> None:
    rule = RULES[code]
    for text in (rule.found, rule.expected, rule.mend):
        assert dutch.gettext(text) == text
        if text not in ("{value}", "{type}", "'{value}'"):
            assert english.gettext(text) != text
