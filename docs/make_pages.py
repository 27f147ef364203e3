"""Write the facilitator's page as a PDF to print, a side of an A4 in each language, from its Markdown; and ballots.

These are `docs/groepsgesprek.pdf`, `docs/workshop.pdf` and `docs/ballots.pdf`; a test checks that each is a single page
and that nothing runs off it.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import typst
from markdown_it import MarkdownIt
from markdown_it.token import Token

DOCS = Path(__file__).parent
PAGES = {"groepsgesprek": "nl", "workshop": "en"}

LOOK = """
#set document(title: "{title}")
#set text(font: "Libertinus Serif", size: 11pt, lang: "{language}")
#set page(paper: "a4", margin: (x: 17mm, y: 13mm), columns: 2)
#set par(leading: 0.52em, spacing: 0.62em)
#set list(spacing: 0.5em, indent: 0pt)
#set enum(spacing: 0.5em)
#set table(stroke: (x, y) => (bottom: 0.4pt + gray), inset: (x: 3pt, y: 2.6pt))
#show heading: it => block(above: 0.9em, below: 0.5em, text(fill: rgb("#1f5f5b"), it.body))
#show heading.where(level: 1): it => place(top, float: true, scope: "parent", block(below: 1em,
  text(size: 19pt, weight: "bold", fill: rgb("#1f5f5b"), it.body)))
"""


def pdf(name: str) -> bytes:
    """Return the page of this name as a PDF."""
    source = (DOCS / f"{name}.md").read_text(encoding="utf-8")
    tokens = MarkdownIt().enable("table").parse(source)
    title = source.partition("\n")[0].removeprefix("# ")
    look = LOOK.replace("{title}", title).replace("{language}", PAGES[name])
    return typst.compile((look + "".join(_set(tokens))).encode(), format="pdf", pdf_standards=["ua-1"])


SHORT = 10
"""The most characters of a cell that needs no line breaks."""

BALLOTS = """
#set document(title: "A B C ?")
#set text(font: "Libertinus Serif", size: 26pt, lang: "nl")
#set page(paper: "a4", margin: 10mm)
#grid(columns: (1fr,) * 2, rows: (1fr,) * 10, stroke: (dash: "dashed", paint: gray, thickness: 0.5pt),
  ..range(20).map(_ => align(center + horizon, stack(dir: ltr, spacing: 13mm, [A], [B], [C], [?]))))
"""
"""Twenty slips to cut, each with the letters to circle one of, in any language."""


def ballots() -> bytes:
    """Return the sheet of ballots as a PDF."""
    return typst.compile(BALLOTS.encode(), format="pdf", pdf_standards=["ua-1"])


FIXED = {
    "heading_close": "]\n",
    "paragraph_close": "\n\n",
    "bullet_list_open": "\n#list(",
    "ordered_list_open": "\n#enum(",
    "bullet_list_close": ")\n",
    "ordered_list_close": ")\n",
    "list_item_open": "[",
    "list_item_close": "],",
    "thead_close": "),",
    "table_close": "))\n",
    "th_open": "[",
    "th_close": "],",
    "td_open": "[",
    "td_close": "],",
}
"""What a token of Markdown is in typst, if it is always the same."""


def _set(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield Markdown as typst's markup; text is given as strings, so that nothing in it works as a command."""
    for index, token in enumerate(tokens):
        match token.type:
            case "heading_open":
                yield f"\n#heading(level: {token.tag[1]})["
            case "table_open":
                yield f"\n#block(breakable: false, table(columns: {_widths(tokens, index)}, table.header("
            case "inline":
                yield "".join(_inline(token.children or []))
            case other:
                yield FIXED.get(other, "")


def _widths(tokens: Sequence[Token], start: int) -> str:
    """Return the widths of the two columns of a table: a first one with only short cells needs no more than these."""
    end = next(index for index in range(start, len(tokens)) if tokens[index].type == "table_close")
    cells = [tokens[index + 1].content for index in range(start, end) if tokens[index].type in ("th_open", "td_open")]
    return "(auto, 1fr)" if max(map(len, cells[::2])) <= SHORT else "(2fr, 3fr)"


def _inline(children: Sequence[Token]) -> Iterator[str]:
    for child in children:
        text = child.content.replace("\\", "\\\\").replace('"', '\\"')
        match child.type:
            case "text":
                yield f'#"{text}"'
            case "code_inline":
                yield f'#raw("{text}")'
            case "strong_open":
                yield "#strong["
            case "strong_close":
                yield "]"


if __name__ == "__main__":
    for name in PAGES:
        (DOCS / f"{name}.pdf").write_bytes(pdf(name))
    (DOCS / "ballots.pdf").write_bytes(ballots())
