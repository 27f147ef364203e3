"""Make the parts of lobgids.html. It runs by the Python that will be in the page: pack.cjs starts it there.

A part is an archive, or a file of Pyodide, compressed. What the page needs for its first question is deflated, as
browsers inflate by themselves and quickly; what is learnt for hearing own words comes later and is in xz, a third less.
"""

import ast
import importlib
import lzma
import marshal
import pickle
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from importlib.util import MAGIC_NUMBER
from io import BytesIO
from pathlib import Path
from types import CodeType

PYODIDE, BUILD = Path("/pyodide"), Path("/build")
PARTS, LICENCES = BUILD / "parts", BUILD / "licences"

SITE = Path("/lib/python3.14/site-packages")
"""Where the packages lie in the page, and here while they are packed: what is sealed below is sealed for this place."""

UNCHECKED = (1).to_bytes(4, "little")
"""The mark of bytecode that is not compared with its source: there is none."""

LANGUAGES = ("nl", "en")
LOCALES = ("root", "nl", "en", "en_001", "en_GB")
"""Of Babel's data those of our languages; a locale needs the data of its parents too."""

NOT_OF_LOCALES = (
    "compact_currency_formats", "currency_formats", "currency_names", "currency_names_plural", "currency_symbols",
    "currency_unit_patterns", "languages", "likely_subtags", "meta_zones", "scripts", "territories",
    "territory_currencies", "territory_languages", "territory_zones", "time_zones", "unit_display_names",
    "unit_patterns", "variants", "windows_zone_mapping", "zone_aliases", "zone_formats", "zone_territories",
)  # fmt: skip
"""What Babel knows and no day, list or number of ours asks for; each of these is left empty."""

NOT_OF_PYTHON = (
    "__hello__", "__phello__/", "_aix_support", "_android_support", "_apple_support", "_ios_support", "_osx_support",
    "_ast_unparse", "_pydatetime", "_pyio", "_pyrepl/", "antigravity", "asyncio/__main__", "asyncio/proactor_events",
    "asyncio/tools",
    "asyncio/windows_", "bdb", "cProfile", "cmd", "code.", "colorsys", "compileall", "concurrent/futures/interpreter",
    "compression/zstd/", "configparser", "fractions", "statistics",
    "concurrent/futures/process", "concurrent/interpreters/", "ctypes/_aix", "ctypes/macholib/", "ctypes/wintypes",
    "dbm/", "doctest", "email/mime/", "encodings/big5", "encodings/charmap", "encodings/cp", "encodings/euc",
    "encodings/gb", "encodings/hp_", "encodings/hz", "encodings/iso", "encodings/johab", "encodings/koi",
    "encodings/kz", "encodings/mac", "encodings/mbcs", "encodings/oem", "encodings/palm", "encodings/ptcp",
    "encodings/quopri", "encodings/rot", "encodings/shift", "encodings/tis", "encodings/uu", "encodings/_win",
    "filecmp", "fileinput", "ftplib", "getopt", "getpass", "http/", "imaplib", "json/__main__", "json/tool",
    "logging/config", "logging/handlers", "mailbox", "modulefinder", "multiprocessing/", "netrc", "nturl2path",
    "optparse", "pdb", "pickletools", "plistlib", "poplib", "profile", "pstats", "pty", "py_compile", "pyclbr",
    "pydoc", "pyodide/_nodesock", "pyodide/console", "pyodide/http/", "rlcompleter", "runpy", "sched", "shelve",
    "smtplib", "socketserver", "sqlite3/", "symtable", "sysconfig/__main__", "tabnanny", "this", "timeit", "tomllib/",
    "trace.", "tracemalloc", "tty", "turtle", "unittest/", "urllib/request", "urllib/robotparser", "venv/", "wave",
    "webbrowser", "wsgiref/", "xml/dom/", "xml/sax/", "xmlrpc/", "zipapp", "zipfile/__main__",
)  # fmt: skip
"""Of Python's own library what a page cannot use, or has no use for: other systems, networks, tools for developers."""

USED_OF_PYTHON = ("encodings/cp437",)
"""What these names would leave out too, but is needed: a zip may have names in this encoding."""

NOT_OF_PACKAGES = (
    "babel/messages/", "transitions/extensions/", "lobgids/cli/", "lobgids/tui/", "lobgids/kb/authoring/",
    "lobgids/lines/", "lobgids/report/formats/pdf/", "lobgids/report/formats/word/", "lobgids/web/server.py",
    "lobgids/web/static/",
)  # fmt: skip
"""What is for a terminal, for authors, or needs libraries that are not here."""

FIRST = "lobgids/kb/content/about.yaml"
"""Without this file a folder is not taken for a knowledge base; its other files stand packed beside it."""


def main() -> None:
    """Write all parts, and the licences of all that is in them."""
    PARTS.mkdir()
    LICENCES.mkdir()
    for wheel in sorted((BUILD / "wheels").glob("*.whl")):
        install(wheel)
    for path in (SITE / "babel").rglob("*.dat"):
        path.write_bytes(without_names(path.read_bytes()))
    seal_content()
    hearing = {code: sealed_hearing(code) for code in LANGUAGES}
    check_imports()
    part("python", deflated(library()))
    part("packages", deflated(archive()))
    for code, heard in hearing.items():
        part(f"hearing.{code}", lzma.compress(heard, preset=9 | lzma.PRESET_EXTREME))
    part("pyodide.wasm", deflated((PYODIDE / "pyodide.asm.wasm").read_bytes()))
    part("pyodide.js", deflated((PYODIDE / "pyodide.asm.mjs").read_bytes()))


def part(name: str, content: bytes) -> None:
    """Write a part."""
    (PARTS / name).write_bytes(content)


def deflated(content: bytes) -> bytes:
    """What a browser inflates as `deflate-raw`."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    return packer.compress(content) + packer.flush()


def compiled(source: bytes, name: str, *, with_lines: bool) -> bytes:
    """The bytecode of a module, without docstrings: half of a start would be compiling.

    Only our own code keeps its lines, for reports of defects; others' tell their functions.
    """
    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
    content = marshal.dumps(code if with_lines else without_lines(code))
    return MAGIC_NUMBER + UNCHECKED + bytes(8) + content


def without_lines(code: CodeType) -> CodeType:
    """The same code with a table that knows no line for any of its instructions, inside too.

    An empty table would do for running, but makes `traceback` fail.
    """
    inside = tuple(without_lines(item) if isinstance(item, CodeType) else item for item in code.co_consts)
    most, rest = divmod(len(code.co_code) // 2, 8)
    unknown = bytes([0xFF]) * most + (bytes([0xF8 + rest - 1]) if rest else b"")  # an entry stands for at most eight
    return code.replace(co_linetable=unknown, co_consts=inside)


def library() -> bytes:
    """Python's own library as the page has it: bytecode in a zip that is not compressed by itself."""
    content = BytesIO()
    with zipfile.ZipFile(PYODIDE / "python_stdlib.zip") as source, zipfile.ZipFile(content, "w") as target:
        for name in sorted(source.namelist()):
            if name.endswith(".py") and is_of_python(name):
                info = zipfile.ZipInfo(f"{name}c")  # in 1980, as each entry
                target.writestr(info, compiled(source.read(name), name, with_lines=False))
    return content.getvalue()


def check_imports() -> None:
    """Raise `ImportError` if a module of ours that is in the page wants one of Python's that is not."""
    with zipfile.ZipFile(PYODIDE / "python_stdlib.zip") as source:
        all_modules = {module_name(name): name for name in source.namelist() if name.endswith(".py")}
    with zipfile.ZipFile(next((BUILD / "wheels").glob("lobgids-*.whl"))) as wheel:
        for name in wheel.namelist():
            if name.endswith(".py") and is_of_package(name):
                for wanted in imported(wheel.read(name)) & all_modules.keys():
                    if not is_of_python(all_modules[wanted]):
                        raise ImportError(f"{name} imports {wanted}, which the page does not have")


def module_name(name: str) -> str:
    """The name of the module in a file."""
    return name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imported(source: bytes) -> set[str]:
    """The names of all modules that a module imports, wherever in it, and what may be one within them."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update((node.module, *(f"{node.module}.{alias.name}" for alias in node.names)))
    return names


def is_of_python(name: str) -> bool:
    """Whether the page has this module of Python's library."""
    return name.startswith(USED_OF_PYTHON) or not name.startswith(NOT_OF_PYTHON)


def install(wheel: Path) -> None:
    """Lay down what the page has of a wheel where it will lie there, and keep the licences apart."""
    with zipfile.ZipFile(wheel) as source:
        for name in sorted(source.namelist()):
            if is_licence(name):
                lay_down(LICENCES / f"{wheel.name.split('-')[0]} {Path(name).name}", source.read(name))
            if is_of_package(name):
                lay_down(SITE / name, source.read(name))
    importlib.invalidate_caches()


def is_licence(name: str) -> bool:
    """Whether a file of a wheel is a licence."""
    return not name.endswith("/") and Path(name).name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE"))


def is_of_package(name: str) -> bool:
    """Whether the page has this file of a package."""
    path = Path(name)
    if name.endswith("/") or ".dist-info/" in name or name.startswith(NOT_OF_PACKAGES):
        return False
    if path.suffix == ".so":
        return "emscripten" in path.name
    if path.suffix == ".dat" and "locale-data" in path.parts:
        return path.stem in LOCALES
    if path.suffix == ".yaml" and "content" in path.parts:
        return name == FIRST
    return path.name not in ("content.mo", "py.typed") and path.suffix not in (".pyi", ".c", ".docx")


def lay_down(path: Path, content: bytes) -> None:
    """Write a file of a package; a module as bytecode, and the loader finds it without its source."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".py":
        ours = path.is_relative_to(SITE / "lobgids")
        path, content = path.with_suffix(".pyc"), compiled(content, str(path), with_lines=ours)
    path.write_bytes(content)


def without_names(data: bytes) -> bytes:
    """Data of Babel without what nothing here asks for."""
    known = pickle.loads(data)  # noqa: S301  # of a wheel that was held to its digest
    for name in known.keys() & set(NOT_OF_LOCALES):
        known[name] = type(known[name])()
    return pickle.dumps(known)


def seal_content() -> None:
    """Seal the packed knowledge base in each language for the files that the page has.

    So the engine takes it as it takes any packed copy. Its parts are not compressed by themselves.
    """
    import msgspec

    from lobgids.i18n import Language, catalogue_folder
    from lobgids.kb import load

    for code in LANGUAGES:
        language = Language(code, [catalogue_folder()])
        path = SITE / "lobgids" / "kb" / load.PACKED.format(code=code)
        parts = msgspec.msgpack.decode(path.read_bytes()[2 * load.DIGEST :], type=dict[str, bytes])
        loose = msgspec.msgpack.encode({name: zlib.compress(zlib.decompress(part), 0) for name, part in parts.items()})
        path.write_bytes(load.sealed(load.fingerprint(load.CONTENT, language), loose))
        load.load(load.CONTENT, language, Path("/nowhere"))  # raises if the engine would not take this copy


def sealed_hearing(code: str) -> bytes:
    """What is learnt for hearing own words in a language, sealed in the same way."""
    from lobgids.hearing import load
    from lobgids.kb.load import CONTENT, DIGEST, sealed

    path = SITE / "lobgids" / "hearing" / load.PACKED.format(code=code)
    loose = zlib.compress(zlib.decompress(path.read_bytes()[2 * DIGEST :]), 0)
    copy = sealed(load.fingerprint(CONTENT, code), loose)
    path.write_bytes(copy)
    load.load_ear(CONTENT, code, Path("/nowhere"))
    path.unlink()
    return copy


def archive() -> bytes:
    """All packages as a tar: the simplest archive to read in the page."""
    content = BytesIO()
    with tarfile.open(fileobj=content, mode="w", format=tarfile.USTAR_FORMAT) as target:
        for path in sorted(files()):
            info = tarfile.TarInfo(str(path.relative_to(SITE)))  # in 1970, of nobody, as each entry
            info.size = path.stat().st_size
            target.addfile(info, BytesIO(path.read_bytes()))
    return content.getvalue()


def files() -> Iterator[Path]:
    """Yield the files of the packages."""
    yield from (path for path in SITE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
