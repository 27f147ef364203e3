"""What every test stands on: a home, cache and locale of its own, and freshly compiled catalogues."""

import functools
import gc
import importlib.util
import json
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace
from referencing import Registry, Resource

from lobgids.dialogue.conversation import Conversation, Turn
from lobgids.dialogue.hearing import Hear, hears_nothing
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.protocol import Answer, Ask, Move, Problem, Words
from lobgids.i18n import Language, catalogue_folder
from lobgids.kb.authoring.folder import Source, read
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.load import CONTENT, load
from lobgids.log import ask_ids
from lobgids.log.events import Event, Form, Header, TrackName
from lobgids.log.state import State
from lobgids.session.file_session import FileSession
from lobgids.session.session import Session, StartOptions
from tests.fakes import idle
from tests.fakes.packed import pack_once, shared_folder
from tests.fakes.styles import parse_once

ROOT = Path(__file__).parent.parent

SCHEMAS = {path.name: json.loads(path.read_text("utf-8")) for path in (ROOT / "docs").glob("*.schema.json")}

MOST_ASKS = 400
"""No conversation that a test holds has more questions; one that goes round ends here."""


def pytest_collection_finish() -> None:
    """Look for what can be forgotten among what comes from here on, and not so often: half of that time is saved."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


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


@pytest.fixture(scope="session")
def lengths() -> ModuleType:
    """The script that measures how long conversations are."""
    return load_script(ROOT / "docs" / "make_lengths.py")


@pytest.fixture(scope="session", autouse=True)
def compiled(translations: ModuleType) -> None:
    """Compile the catalogues as they are now."""
    for code in ("nl", "en"):
        translations.compile_catalogue(translations.catalogue_path(code))


@pytest.fixture(scope="session", autouse=True)
def quick_apps() -> Iterator[None]:
    """Wait for what an app does, not for time to pass, and for no disk; parse styles once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda _descriptor: None)  # no test takes the plug out
        for door in idle.DOORS:
            patch.setattr(door, "wait_for_idle", idle.settled)
        parse_once(patch)
        yield


@pytest.fixture(scope="session", autouse=True)
def bytecode_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the processes that tests start compile, for the next one, whatever this machine is set to.

    Two thirds of a command's time would go to compiling it. Nothing is written beside the sources.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        patch.setenv("PYTHONPYCACHEPREFIX", str(shared_folder(tmp_path_factory, "bytecode")))
        yield


@pytest.fixture(scope="session", autouse=True)
def packed_once(compiled: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:  # noqa: ARG001
    """Pack our own content and examples once for all workers: a command with an empty cache takes seconds for it."""
    with pytest.MonkeyPatch.context() as patch:
        pack_once(patch, shared_folder(tmp_path_factory, "packed"))
        yield


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
    monkeypatch.setattr(
        "lobgids.session.opening._launch", lambda _path: False
    )  # no test opens anything on this machine
    return home


@pytest.fixture(scope="session")
def cached_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with our own content."""
    cache = tmp_path_factory.mktemp("cached")
    for code in ("nl", "en"):
        load(CONTENT, Language(code, [catalogue_folder()]), cache)
    return cache


@pytest.fixture(scope="session")
def learnt_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with what is learnt from our own examples."""
    from lobgids.hearing.load import load_ear

    cache = tmp_path_factory.mktemp("learnt")
    for code in ("nl", "en"):
        load_ear(CONTENT, code, cache)
    return cache


@pytest.fixture
def cached(cached_once: Path, own_home: Path) -> None:
    """Have the processes that this test starts find our own content packed: each would pack it anew."""
    shutil.copytree(cached_once, own_home / "lobgids", dirs_exist_ok=True)


@pytest.fixture
def learnt(cached: None, learnt_once: Path, own_home: Path) -> None:  # noqa: ARG001
    """Have the commands of this test find what was learnt from our own examples, which takes seconds."""
    shutil.copytree(learnt_once, own_home / "lobgids", dirs_exist_ok=True)


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day on which conversations with a document are held, by a clock that ticks when it is looked at."""
    times = (datetime(2026, 11, 23, 12, tzinfo=UTC) + tick * timedelta(milliseconds=20) for tick in count())
    monkeypatch.setattr("lobgids.session.session.now", lambda: f"{next(times):%Y-%m-%dT%H:%M:%S.%f}Z")


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


def with_parts(base: KnowledgeBase, **parts: Sequence[object]) -> KnowledgeBase:
    """The knowledge base with other parts in the place of its own."""
    return KnowledgeBase(lambda name: parts[name] if name in parts else getattr(base, name))


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


Walks = dict[tuple[object, ...], tuple[Event, ...]]
"""The events of walks that were held, by where they began, what was answered and how far they went."""


class Talk:
    """A conversation in memory, with every event that was kept.

    From its beginning it goes the way that another with the same `walks` went by letting the same events happen.
    """

    def __init__(
        self,
        content_in: Callable[[str], LocalizedContent],
        header: Header,
        events: Sequence[Event] = (),
        walks: Walks | None = None,
    ) -> None:
        self.walks = {} if walks is None else walks
        self.events: list[Event] = list(events)
        self.conversation = Conversation(
            header,
            content_in=content_in,
            keep=self.events.extend,
            now=lambda: f"2026-11-23T12:00:00.{len(self.events):06}Z",
        )
        self.conversation.replay(events)

    @property
    def ask(self) -> Ask:
        """The open question."""
        assert self.conversation.ask is not None
        return self.conversation.ask

    @property
    def state(self) -> State:
        """The state now."""
        return self.conversation.view.state

    def answer(self, value: Any) -> Turn:
        """Answer the open question."""
        return self.conversation.take(Answer(answer=value))

    def type(self, text: str) -> Turn:
        """Type words at the open question."""
        return self.conversation.take(Words(text=text))

    def move(self, name: Any, **more: Any) -> Turn:
        """Make a move."""
        return self.conversation.take(Move(move=name, **more))

    def go(self, until: str = "", **answers: Any) -> "Talk":
        """Answer with `answers` by ask id (dots as '__'), else with something sensible, until an ask or the end."""
        if self.events:
            return self._walk(until, answers)
        draws_grids = self.conversation._grids  # no front end asks
        walk = (self.conversation.header, draws_grids, until, repr(sorted(answers.items())))
        if walk in self.walks:
            self.events.extend(self.walks[walk])
            self.conversation.replay(self.events)
        else:
            self._walk(until, answers)
            self.walks[walk] = tuple(self.events)
        return self

    def _walk(self, until: str, answers: Mapping[str, Any]) -> "Talk":
        given = {name.replace("__", "."): value for name, value in answers.items()}
        own = apart(*given, until)
        for _ in range(MOST_ASKS):
            ask = self.conversation.ask
            if ask is None or ask.id == until:
                return self
            turn = self.answer(given.get(ask.id, sensible(ask, own)))
            assert not any(isinstance(say, Problem) for say in turn.says), (ask, turn.says)
        raise AssertionError("the conversation goes round")


def apart(*asks: str) -> frozenset[str]:
    """The components of which these asks say what the answer rests on, each by itself."""
    return frozenset(ask_ids.subject_of(ask) for ask in asks if ask_ids.is_named(ask, ask_ids.BASIS))


def sensible(ask: Ask, own: Collection[str] = ()) -> Any:
    """An answer that fits: model 2's description, seen by oneself, the first option, a word, a school day.

    What leadership asked for is not quoted, nor are own words shown.

    The components in `own` were not seen, and it differs how one knows: each is asked about by itself.
    """
    if ask_ids.name_of(ask.id) == ask_ids.SEEN:
        return [option.id for option in ask.options if not option.alone and option.id not in own] or ["seen.none"]
    if own and ask_ids.name_of(ask.id) == ask_ids.BASIS and not ask.component:
        return ["basis.differs"]
    day = "2027-06-07" if ask.id.endswith("look_back") else "2027-03-01"
    may = ask.id != ask_ids.MAY_QUOTE
    by_kind: dict[str, Any] = {"text": "Iets", "date": day, "confirm": may, "scale": 2, "number": 2}
    if ask.kind in by_kind:
        return by_kind[ask.kind]
    if ask.together:
        rows = {row.id: replace(ask, kind=ask.row_kind or ask.kind, rows=()) for row in ask.rows}
        return {one: sensible(of) for one, of in (rows or {field.id: field for field in ask.fields}).items()}
    ids = [option.id for option in ask.options]
    if ask.kind == "votes":
        return {next((one for one in ids if one.endswith((".m2", "mentor"))), ids[0]): 2}
    wanted = next((one for one in ids if one.endswith((".m2", "show.none"))), ids[0])
    return wanted if ask.kind == "choice" else [wanted]


def go(session: Session, until: str, *asks: str) -> None:
    """Answer with what fits until a question is open; each of `asks` comes before it."""
    own = apart(until, *asks)
    for _ in range(MOST_ASKS):
        ask = session.conversation.ask
        if ask is None or ask.id == until:
            break
        session.conversation.take(Answer(answer=sensible(ask, own)))
    assert session.conversation.ask, f"{until} is not asked"
    assert session.conversation.ask.id == until


@pytest.fixture(scope="session")
def content_in(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], LocalizedContent]:
    """Both languages with the knowledge base, each loaded once."""
    cache = tmp_path_factory.mktemp("content_in")

    @functools.cache
    def localized(code: str) -> LocalizedContent:
        if code not in ("", "nl", "en"):
            raise LookupError(code)
        language = Language(code or "nl", [catalogue_folder()])
        return LocalizedContent(language, load(CONTENT, language, cache))

    return localized


@pytest.fixture(scope="session")
def talk(content_in: Callable[[str], LocalizedContent]) -> Callable[..., Talk]:
    """Begin a conversation, or go on with events: talk(), talk('short'), talk(events=...), talk(track='mentor').

    It hears nothing in own words unless it is given an ear. What many tests begin with is walked once.
    """
    walks: Walks = {}

    def begin(  # noqa: PLR0913  # what a header may say
        form: Form | Literal[""] = "",
        language: str = "nl",
        events: Sequence[Event] = (),
        *,
        track: TrackName = "decaan",
        hear: Hear = hears_nothing,
        shows_sentences: bool = True,
    ) -> Talk:
        header = Header(
            lobgids=1, id="made-up", created="2026-11-23T12:00:00Z", track=track, seed="5eed",
            knowledge_base="lobgids-vo", knowledge_base_version="1", form=form, language=language, marks_turns=True,
            hears_first=True, places_later=True, shows_sentences=shows_sentences,
        )  # fmt: skip
        return Talk(lambda code: content_in(code)._replace(hear=hear), header, events, walks)

    return begin


@pytest.fixture(scope="session")
def valid() -> Callable[[str, Any], bool]:
    """Whether a value is right by a schema: valid("result.schema.json", value)."""
    resources = [(name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()]
    registry: Registry[Any] = Registry().with_resources(resources)

    @functools.cache
    def validator(reference: str) -> Draft202012Validator:
        return Draft202012Validator({"$ref": reference}, registry=registry)

    def is_valid(reference: str, value: Any) -> bool:
        return bool(validator(reference).is_valid(value))

    return is_valid


@pytest.fixture(scope="module")
def copied_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, Callable[[], object]], Path]:
    """Have a file made by the first test of a module that needs it, and give each its own copy: copied(path, make)."""
    folder = tmp_path_factory.mktemp("copied")

    def copied(path: Path, make: Callable[[], object]) -> Path:
        kept = folder / path.name
        if not kept.exists():
            make()
            shutil.copy(path, kept)
        return Path(shutil.copy(kept, path))

    return copied


@pytest.fixture
def opened(content_in: Callable[[str], LocalizedContent], tmp_path: Path) -> Callable[..., FileSession]:
    """Begin a conversation in a document, or go on with it: opened(language="nl"), then opened()."""

    def open_(name: str = "school.lobgids", **options: Any) -> FileSession:
        path = tmp_path / name
        begin_or_resume = FileSession.resume if path.exists() else FileSession.begin
        return begin_or_resume(path, content_in, StartOptions(**options))

    return open_
