"""Make lobgids.html: one file in which a browser holds the conversation, from a local file and without a network.

It takes the wheel of lobgids, the Python for browsers that `package.json` pins and the wheels that `requirements.txt`
pins, and puts them into a page. Every input is held to its digest, and the same inputs give the same bytes. It needs
npm, Node.js and pip; where one is missing it says so and ends with 77.

    python release/one_file.py [--wheel WHEEL] [--out FILE]
"""

import argparse
import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Template
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent

LARGEST = 10 * 1024 * 1024
"""The most bytes that the page may have: it has to go by mail."""

SKIPPED = 77
"""How the script ends where it cannot build; the number that says 'skipped' to many programs."""

NEEDED = {"npm": "npm", "node": "Node.js"}

PYTHON = ("--python-version", "3.14", "--implementation", "cp", "--abi", "cp314")
PLATFORMS = ("pyemscripten_2026_0_wasm32", "manylinux2014_x86_64")
"""The Python of Pyodide and its platform; and one of a wheel of which only the code in Python is taken."""

LOCK_INFO = {"arch": "wasm32", "platform": "pyemscripten", "version": "0", "python": "3.14.2", "abi_version": "2026_0"}
"""What Pyodide wants to be told of packages that it could fetch; there are none."""

SIGNS = "".join(sign for sign in map(chr, range(0x21, 0x7F)) if sign not in "&-<")
"""The 91 signs in which parts are written: two hold 13 bits, 8 % less than base64. None of them ends a script."""

HANDING_OVER = "\nwindow.lobgidsHandOver(_createPyodideModule);\n"
"""What is added to Pyodide's module, which could not be imported from a local file."""

STATIC = "lobgids/web/static/"
"""Where the wheel has the scripts and styles that stand in the page itself."""


class NotBuiltError(Exception):
    """The page cannot be built; the message says why."""


def missing() -> list[str]:
    """What is not on this machine but needed to build."""
    return [title for command, title in NEEDED.items() if shutil.which(command) is None]


def build(work: Path, wheel: Path | None = None) -> str:
    """The page. `work` is an empty folder to work in."""
    wheels = fetch_wheels(work / "wheels")
    ours = shutil.copy(wheel or own_wheel(work / "own"), wheels)
    pyodide = fetch_pyodide(work / "pyodide")
    run("node", HERE / "pack.cjs", pyodide, work)
    return page(work, pyodide, Path(ours))


def run(*command: str | Path, cwd: Path = ROOT) -> None:
    """Run a command, quietly if all goes well."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)  # noqa: S603  # our own
    if done.returncode:
        raise NotBuiltError(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def own_wheel(folder: Path) -> Path:
    """The wheel of this checkout."""
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
    return next(folder.glob("lobgids-*.whl"))


def fetch_wheels(folder: Path) -> Path:
    """The pinned wheels; pip holds each to its digest."""
    platforms = [part for platform in PLATFORMS for part in ("--platform", platform)]
    chosen = ("--no-deps", "--only-binary", ":all:", "--require-hashes", *PYTHON, *platforms)
    pinned = HERE / "requirements.txt"
    run(sys.executable, "-m", "pip", "download", "--quiet", *chosen, "--dest", folder, "--requirement", pinned)
    return folder


def fetch_pyodide(folder: Path) -> Path:
    """The files of the pinned Pyodide. Raises `NotBuiltError` if they are others than those that were pinned."""
    folder.mkdir(parents=True)
    pins = json.loads((HERE / "package.json").read_text("utf-8"))
    run(shutil.which("npm") or "npm", "pack", "--silent", f"pyodide@{pins['dependencies']['pyodide']}", cwd=folder)
    packed = next(folder.glob("*.tgz"))
    if f"sha512-{digest(packed.read_bytes(), 'sha512')}" != pins["integrity"]["pyodide"]:
        raise NotBuiltError("npm gave another Pyodide than the one that release/package.json pins")
    with tarfile.open(packed) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def page(work: Path, pyodide: Path, wheel: Path) -> str:
    """The page of the parts that were packed."""
    handed_over = (pyodide / "pyodide.asm.mjs").read_text("utf-8") + HANDING_OVER
    scripts = [text.strip() for text in own_scripts(pyodide, wheel)]
    return template("page.html").substitute(
        policy=policy([*(f"\n{text}\n" for text in scripts), handed_over]),
        style="\n".join([(HERE / "wait.css").read_text("utf-8").strip(), *static(wheel, ".css")]),
        scripts="\n".join(f"<script>\n{as_script(text)}\n</script>" for text in scripts),
        parts="\n".join(part(path) for path in sorted((work / "parts").iterdir())),
        licences=as_script(licences(work / "licences", pyodide)),
    )


def own_scripts(pyodide: Path, wheel: Path) -> Iterator[str]:
    """Yield the scripts that stand in the page, in the order in which they run."""
    yield (HERE / "able.js").read_text("utf-8")
    yield (pyodide / "pyodide.js").read_text("utf-8").replace("//# sourceMappingURL=pyodide.js.map", "")
    yield from static(wheel, ".js")
    handing_over = json.dumps(HANDING_OVER)[1:-1]
    signs = json.dumps(SIGNS)[1:-1]
    yield template("boot.js").substitute(signs=signs, handing_over=handing_over, lock_info=json.dumps(LOCK_INFO))


def static(wheel: Path, suffix: str) -> Iterator[str]:
    """Yield the scripts or styles of the pages themselves."""
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith(STATIC) and name.endswith(suffix)]
        yield from (archive.read(name).decode() for name in sorted(names))


def template(name: str) -> Template:
    """A file beside this one with places to fill in."""
    return Template((HERE / name).read_text("utf-8"))


def policy(scripts: Iterable[str]) -> str:
    """What the page may do: run these very scripts, and nothing over any network.

    Styles may stand anywhere, as reports that open from here bring their own and a page's windows share its policy.
    """
    hashes = " ".join(f"'sha256-{digest(script.encode(), 'sha256')}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes} 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data:; "
        "connect-src 'none'; form-action 'none'; base-uri 'none'"
    )


def digest(content: bytes, kind: str) -> str:
    """The digest of some bytes in base64, as browsers and npm write it."""
    return base64.b64encode(hashlib.new(kind, content).digest()).decode()


def part(path: Path) -> str:
    """A part as an element; a type that is no script's keeps it from being run."""
    content = path.read_bytes()
    start = f'<script type="text/plain" id="lobgids-{path.name}" data-bytes="{len(content)}">'
    return f"{start}\n{written(content)}\n</script>"


def written(content: bytes) -> str:
    """Bytes in signs, 13 bits in two; the last ones are filled up with zeros."""
    pairs = [first + second for first in SIGNS for second in SIGNS]
    filled = content + bytes(-len(content) % 13)
    groups = (int.from_bytes(filled[at : at + 13], "big") for at in range(0, len(filled), 13))
    return "".join(pairs[group >> shift & 0x1FFF] for group in groups for shift in range(91, -1, -13))


def as_script(text: str) -> str:
    """A text that can stand in a script as it is. Raises `NotBuiltError` if it would end it."""
    if "</script" in text.lower() or "<!--" in text:
        raise NotBuiltError("a text would end the script that it stands in")
    return text


def licences(folder: Path, pyodide: Path) -> str:
    """The licences of all that is in the page, each under its name."""
    version = json.loads((pyodide / "package.json").read_text("utf-8"))["version"]
    about = (
        f"lobgids.html holds lobgids; Pyodide {version} as it was released (MPL 2.0; its source is at "
        f"github.com/pyodide/pyodide, tag {version}), with CPython and the libraries below; and the packages below."
    )
    paths = (*sorted(folder.iterdir()), *sorted((HERE / "licences").iterdir()))
    texts = (f"==== {path.name.removesuffix('.txt')}\n\n{path.read_text('utf-8').strip()}" for path in paths)
    return "\n\n".join((about, *texts))


def built(wheel: Path | None) -> bytes:
    """The page as bytes. Raises `NotBuiltError` if it cannot be built, or has too many."""
    with tempfile.TemporaryDirectory() as work:
        content = build(Path(work), wheel).encode()
    if len(content) > LARGEST:
        raise NotBuiltError(f"lobgids.html would have {len(content):,} bytes; {LARGEST:,} is the most")
    return content


def arguments(given: list[str]) -> Any:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--wheel", type=Path, help="the wheel of lobgids; without it, one is built from this checkout")
    parser.add_argument("--out", type=Path, default=ROOT / "dist" / "lobgids.html")
    return parser.parse_args(given)


def main(given: list[str]) -> int:
    """Build the page, and return how the script ends."""
    options = arguments(given)
    if lacking := missing():
        print(f"skipped: lobgids.html is not built, as this machine has no {' and no '.join(lacking)}")
        return SKIPPED
    try:
        content = built(options.wheel)
    except NotBuiltError as error:
        print(error, file=sys.stderr)
        return 1
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(content)
    print(f"{options.out}: {len(content):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
