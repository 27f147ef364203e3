"""`lobgids serve`: the same conversations as pages in the browser of this computer."""

import gc
import secrets
import socket
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

import click

from lobgids.cli.context import CommandContext, shared_options

if TYPE_CHECKING:
    from lobgids.web.site import Site

LOOPBACK = "127.0.0.1"
COLLECTED = (20_000, 20, 50)
"""How often garbage is looked for: an answer makes some thousands of objects, and all of them go at once. With Python's
own thresholds a fifth of the time of an answer went to looking through them."""

BITS = 24
"""Bytes of the secret in the address, without which others on this computer see nothing."""


def serve_command(context: CommandContext) -> click.Command:
    """Build the command that serves pages."""
    _ = context.language.gettext

    @click.command("serve", help=_("Houd het gesprek in de browser van deze computer."), options_metavar=_("[OPTIES]"))
    @click.option("--port", type=click.IntRange(0, 65535), default=0, help=_("Een vaste poort; anders een vrije."))
    @click.option("--no-open", "stays", is_flag=True, help=_("Open de browser niet zelf."))
    @shared_options(context)
    def serve(port: int, *, stays: bool) -> None:
        try:
            import uvicorn

            from lobgids.web.server import application
        except ImportError as error:
            refusal = _('Hiervoor is nog iets nodig. Typ in de map van lobgids: python -m pip install ".[serve]"')
            raise click.ClickException(refusal) from error
        listening = _listening(port, context)
        host = f"{LOOPBACK}:{listening.getsockname()[1]}"
        root = f"/{secrets.token_urlsafe(BITS)}"
        address = f"http://{host}{root}/"
        click.echo(_("lobgids staat klaar in je browser, op dit adres:"))
        click.echo(address)  # on a line of its own, so that it can be copied from a narrow terminal
        click.echo(_("Stoppen kan hier met Ctrl+C. Alles is bewaard."))
        if not stays:
            _open(address)
        site = _site(context, root)
        site.content_in("")  # which the first page needs
        gc.freeze()  # what is loaded stays: no need to look through it for garbage
        gc.set_threshold(*COLLECTED)
        gc.enable()  # it was turned off for a quick start; this process goes on
        config = uvicorn.Config(
            application(site, [host]), access_log=False, log_level="warning", server_header=False, lifespan="off",
            ws="none", proxy_headers=False,
        )  # fmt: skip
        with suppress(KeyboardInterrupt):  # how one stops it
            uvicorn.Server(config).run(sockets=[listening])

    return serve


def _site(context: CommandContext, root: str) -> "Site":
    from lobgids.web.folder_shelf import FolderShelf
    from lobgids.web.site import Site

    speaking = cache(context.speaking)  # each page names the other language
    return Site(FolderShelf(), context.content_in(), context.languages, speaking, context.language, root)


def _listening(port: int, context: CommandContext) -> socket.socket:
    """Return a socket that only this computer reaches. Raises `ClickException`."""
    # With its protocol named, as asyncio sends small pieces at once on such sockets only: else a page waits 40 ms.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port))
        listening.listen()  # from here on a browser waits for its answer, however long the rest takes
    except OSError as error:
        listening.close()
        refusal = context.language.gettext("Poort {port} is al in gebruik. Kies een andere, of laat --port weg.")
        raise click.ClickException(refusal.format(port=port)) from error
    return listening


def _open(address: str) -> None:
    import webbrowser

    webbrowser.open(address)
