"""`lobgids report` and `lobgids form` from the command line: where files come, what is refused, what is on paper."""

import errno
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest

from lobgids.cli import report as command
from lobgids.cli.main import main
from lobgids.kb.base import KnowledgeBase
from lobgids.report.editions import OWN_REPORT, READERS
from lobgids.storage.names import FORMATS
from tests.conftest import ROOT

BEGINNINGS = {"pdf": b"%PDF", "docx": b"PK", "html": b"<!doctype html>", "md": b"# LOB", "json": b"{"}
OWN = ("Samira", "Navragen bij de bovenbouw", "Een voorstel om LOB sterker te maken")
Refused = Callable[..., str]


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A whole conversation of one's own, in which what leadership asked for may not be quoted."""
    path = tmp_path / "school.lobgids"
    held = (ROOT / "lobgids" / "examples" / "voorbeeld.lobgids").read_text("utf-8")
    path.write_text(held.replace('"assignment.quote","value":true', '"assignment.quote","value":false'), "utf-8")
    return path


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Refused:
    """Run a command that is refused, in one sentence and without a traceback."""

    def run(*arguments: str | Path) -> str:
        capsys.readouterr()
        assert main([*map(str, arguments), "--lang", "nl"]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1
        return told.err.strip()

    return run


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"home"}


def made(school: Path, *arguments: str) -> str:
    """A report in Markdown."""
    out = school.with_name("out.md")
    assert main(["report", str(school), "--as", "md", "-o", str(out), "--force", *arguments]) == 0
    return out.read_text(encoding="utf-8")


def test_the_choices_are_those_of_the_report_room() -> None:
    assert command.READERS == READERS


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_comes_beside_its_document(school: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(school), "--as", form, "--lang", "nl"]) == 0
    path = school.with_name(f"school verslag.{form}")
    assert path.read_bytes().lower().startswith(BEGINNINGS[form].lower())
    assert capsys.readouterr().out == f"Het verslag staat in {path}.\n"
    assert names(school.parent) == {"school.lobgids", path.name}


@pytest.mark.parametrize(
    ("readers", "name"), [("leadership", "school voorstel.md"), ("talk", "school gespreksblad.md")]
)
def test_each_report_has_its_name(school: Path, readers: str, name: str) -> None:
    assert main(["report", str(school), "--as", "md", "--for", readers]) == 0
    assert name in names(school.parent)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_report_is_readable_by_its_owner_only(school: Path) -> None:
    made(school)
    assert school.with_name("out.md").stat().st_mode & 0o777 == 0o600
    path = school.with_name("school verslag.md")
    for more in ((), ("--force",)):
        assert main(["report", str(school), "--as", "md", *more]) == 0
        assert path.stat().st_mode & 0o777 == 0o600
        path.chmod(0o644)


def test_a_file_that_is_there_is_left_alone_unless_it_may_be_replaced(school: Path, refused: Refused) -> None:
    there = school.with_name("school verslag.md")
    there.write_text("van mij", encoding="utf-8")
    assert "--force" in refused("report", school, "--as", "md")
    assert there.read_text(encoding="utf-8") == "van mij"
    assert main(["report", str(school), "--as", "md", "--force"]) == 0
    assert there.read_text(encoding="utf-8").startswith("# LOB")
    assert names(school.parent) == {"school.lobgids", there.name}


def test_a_folder_is_no_place_for_a_report(school: Path, refused: Refused) -> None:
    (school.parent / "map").mkdir()
    for more in ((), ("--force",)):
        refused("report", school, "--as", "md", "-o", school.parent / "map", *more)
    assert names(school.parent) == {"school.lobgids", "map"}


@pytest.mark.parametrize("more", [(), ("--force",)])
def test_a_place_that_takes_no_files_stays_as_it_is(school: Path, refused: Refused, more: tuple[str, ...]) -> None:
    (school.parent / "brief").write_text("van mij", encoding="utf-8")
    sentence = refused("report", school, "--as", "md", "-o", school.parent / "brief" / "uit.md", *more)
    assert "kan niet geschreven worden" in sentence
    assert names(school.parent) == {"school.lobgids", "brief"}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="Windows has no such modes, root heeds none")
@pytest.mark.parametrize("more", [(), ("--force",)])
def test_a_folder_that_may_not_be_written_stays_as_it_is(
    school: Path, refused: Refused, more: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    folder = school.parent / "vast"
    folder.mkdir(mode=0o500)
    request.addfinalizer(lambda: folder.chmod(0o700))
    refused("report", school, "--as", "md", "-o", folder / "uit.md", *more)
    assert not names(folder)


@pytest.mark.parametrize("more", [(), ("--force",)])
def test_a_full_disk_leaves_no_half_report(
    school: Path, refused: Refused, more: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    there = school.with_name("school voorstel.md")
    there.write_text("van mij", encoding="utf-8")
    name = there.name if more else "school verslag.md"
    monkeypatch.setattr(os, "fsync", full)
    refused("report", school, "--as", "md", "-o", school.with_name(name), *more)
    assert there.read_text(encoding="utf-8") == "van mij"
    assert names(school.parent) == {"school.lobgids", there.name}


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_bytes_go_to_standard_output_as_they_are(
    school: Path, form: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["report", str(school), "--as", form, "-o", "-"]) == 0
    sys.stdout.flush()
    told = capfdbinary.readouterr()
    assert names(school.parent) == {"school.lobgids"}
    assert main(["report", str(school), "--as", form]) == 0
    assert (told.out, told.err) == (school.with_name(f"school verslag.{form}").read_bytes(), b"")


def test_a_report_goes_to_standard_output(school: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "lobgids", "report", str(school), "--as", "md", "-o", "-", "--lang", "nl"],
        capture_output=True, check=True,
    )  # fmt: skip
    assert told.stdout.decode() == made(school, "--lang", "nl")
    assert told.stderr == b""


@pytest.mark.parametrize("readers", ["leadership", "talk"])
def test_others_read_none_of_ones_own_words(school: Path, readers: str) -> None:
    assert all(words in made(school) for words in OWN)
    assert not [words for words in OWN if words in made(school, "--for", readers)]


def test_own_words_are_chosen_one_by_one(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("ja\nnee\n\nwat\n"))
    told = made(school, "--for", "leadership", "--choose")
    assert "Een voorstel om LOB sterker te maken" in told
    assert "Leerlingen die kunnen vertellen" not in told
    assert "Samira" not in told


def test_only_the_parts_that_were_asked_for(school: Path, refused: Refused) -> None:
    told = made(school, "--parts", "plan, Find-out")
    assert re.findall(r"(?m)^## (.+)$", told) == ["Het plan", "Nog uit te zoeken"]
    sentence = refused("report", school, "--parts", "plan,decision")
    assert "decision" in sentence
    assert all(name in sentence for name in OWN_REPORT.parts)


def test_a_report_in_english(school: Path) -> None:
    told = made(school, "--lang", "en")
    assert "## Summary" in told
    assert "18 January 2027" in told


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("brief.docx", b"geen zip", "is geen Word-bestand"),
        ("brief.docx", b"", "is geen Word-bestand"),
        ("weg.docx", None, "kan niet gelezen worden"),
    ],
)
def test_a_template_that_will_not_do(school: Path, refused: Refused, name: str, content: Any, sentence: str) -> None:
    template = school.with_name(name)
    if content is not None:
        template.write_bytes(content)
    assert sentence in refused("report", school, "--as", "docx", "--template", template)
    assert "--as docx" in refused("report", school, "--as", "pdf", "--template", template)
    assert "school verslag.docx" not in names(school.parent)


def test_a_template_of_the_school(school: Path) -> None:
    theirs = docx.Document()
    theirs.sections[0].header.paragraphs[0].text = "Scholengroep De Horizon"
    theirs.save(str(school.with_name("huisstijl.docx")))
    out = school.with_name("uit.docx")
    assert main(["report", str(school), "--as", "docx", "-o", str(out),
                 "--template", str(school.with_name("huisstijl.docx"))]) == 0  # fmt: skip
    assert docx.Document(str(out)).sections[0].header.paragraphs[0].text == "Scholengroep De Horizon"


def test_what_is_no_conversation_has_no_report(tmp_path: Path, refused: Refused) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8\xff")
    assert "geen gesprek" in refused("report", tmp_path / "foto.jpg")
    assert "is er niet" in refused("report", tmp_path / "weg.lobgids")


# The questions on paper.


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_questions_are_on_paper(tmp_path: Path, language: str, content_in: Any) -> None:
    base: KnowledgeBase = content_in(language).base
    assert [len(component.descriptions) for component in base.components] == [3] * 12
    shown = {}
    for form in ("pdf", "docx"):
        out = tmp_path / f"form.{form}"
        assert main(["form", "--as", form, "-o", str(out), "--lang", language]) == 0
        shown[form] = flat(paper(out))
    for text in shown.values():
        for component in base.components:
            assert flat(component.question) in text
            assert all(flat(description.text) in text for description in component.descriptions)
        assert not [model.name for model in base.models if flat(model.name) in text]
    in_order = [[text.index(flat(one.text)) for one in component.descriptions] for component in base.components]
    assert [places for places in in_order if places != sorted(places)]
    assert {places.index(min(places)) for places in in_order} == {0, 1, 2}  # each model is the first somewhere


def paper(path: Path) -> str:
    if path.suffix == ".pdf":
        return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    return "".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def flat(text: str) -> str:
    return re.sub(r"[\s\u200b-]+", "", text)


def test_the_form_has_a_name_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["form", "--lang", "nl"]) == 0
    assert "vragenlijst LOB.pdf" in names(tmp_path)


def test_nothing_of_reports_is_imported_until_one_is_asked_for() -> None:
    rooms = ("docx", "typst", "lxml", "lobgids.report.compose")
    script = f"import sys, lobgids.cli.main; print([name for name in {rooms} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"


def test_a_name_is_offered_with_its_action_and_not_with_the_question(
    school: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    made(school, "--for", "leadership", "--choose", "--lang", "nl")
    offered = [line for line in capsys.readouterr().err.splitlines() if line.endswith(": Samira")]
    assert offered == ["Een vak legt één keer het verband met werk of studie: Samira"]


# Nothing else is ever written over.


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_report_never_takes_the_place_of_a_conversation(
    school: Path, refused: Refused, force: tuple[str, ...]
) -> None:
    before = school.read_bytes()
    other = school.with_name("ander.lobgids")
    other.write_bytes(before)
    for out in (school, other):
        refused("report", school, "--as", "md", "-o", out, *force)
        assert out.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="making a link asks for rights there")
def test_a_link_is_not_replaced(school: Path, refused: Refused) -> None:
    goal, link = school.with_name("goal.md"), school.with_name("link.md")
    goal.write_text("van mij", encoding="utf-8")
    link.symlink_to(goal)
    refused("report", school, "--as", "md", "-o", link, "--force")
    assert link.is_symlink()
    assert goal.read_text(encoding="utf-8") == "van mij"


@pytest.mark.parametrize("readers", ["me", "talk"])
def test_there_is_nothing_to_choose_in_other_reports(school: Path, refused: Refused, readers: str) -> None:
    assert "--for leadership" in refused("report", school, "--for", readers, "--choose")
