"""What every test stands on: a home, cache and locale of its own, and freshly compiled catalogues."""

import importlib.util
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from lobgids.i18n import Language, catalogue_folder
from lobgids.kb.entries import KnowledgeBase
from lobgids.kb.folder import Source, read
from lobgids.kb.load import CONTENT, load

ROOT = Path(__file__).parent.parent


def load_script(path: Path) -> ModuleType:
    """A script of the project as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def translations() -> ModuleType:
    """The script that keeps the catalogues."""
    return load_script(ROOT / "locales" / "update.py")


@pytest.fixture(scope="session", autouse=True)
def compiled(translations: ModuleType) -> None:
    """Compile the catalogues as they are now."""
    for code in ("nl", "en"):
        translations.compile_catalogue(translations.catalogue_path(code))


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own and a machine that is set to no language."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C")
    return home


@pytest.fixture(scope="session")
def dutch() -> Language:
    return Language("nl", [catalogue_folder()])


@pytest.fixture(scope="session")
def english() -> Language:
    return Language("en", [catalogue_folder()])


@pytest.fixture(scope="session")
def source() -> Source:
    return read(CONTENT)


@pytest.fixture(scope="session")
def base(dutch: Language, tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return load(CONTENT, dutch, tmp_path_factory.mktemp("cache"))


@pytest.fixture
def adapted(tmp_path: Path) -> Path:
    """A copy of the knowledge base to change."""
    return Path(shutil.copytree(CONTENT, tmp_path / "adapted"))


@pytest.fixture
def edit(adapted: Path) -> Callable[[str, str, str], int]:
    """Replace a text in a file of the adapted knowledge base; gives the line on which it stood."""

    def change(name: str, old: str, new: str) -> int:
        path = adapted / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    return change
