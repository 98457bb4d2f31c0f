"""The server: textual-serve's socket and processes behind our guard, with a page of our own."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable
from pathlib import Path

import textual_serve.server
from aiohttp import web

from cbassess.errors import UsageError
from cbassess.serving.guard import Guard
from cbassess.words import words_in

HOST = "127.0.0.1"
MOST_WINDOWS = 2
TERMINAL = Path(textual_serve.server.__file__).parent / "static"
OURS = Path(__file__).parent / "page"

# All that the page may load, and nothing beside it: there is no listing of folders.
STATIC = {
    "page.css": OURS / "page.css",
    "page.js": OURS / "page.js",
    "textual.js": TERMINAL / "js" / "textual.js",
    "xterm.css": TERMINAL / "css" / "xterm.css",
    "letters.ttf": TERMINAL / "fonts" / "RobotoMono-VariableFont_wght.ttf",
}


class GuardedServer(textual_serve.server.Server):
    """Starts the app anew for each window, for two windows at most."""

    def __init__(self, command: str, language: str = "en") -> None:
        super().__init__(command, host=HOST, title="cbassess")
        words = words_in(language)
        self.guard = Guard(words("Not from here. Open the link that cbassess serve has printed; it works once."))
        self._full = words("There are two windows already. Close one of them.")
        self._page = _page(language)
        self._windows = 0

    def application(self) -> web.Application:
        """Its addresses, behind the guard."""
        app = web.Application(middlewares=[self.guard.check])
        app.on_response_prepare.append(self.guard.add_headers)
        app.add_routes(
            [
                web.get("/", self.show_page),
                web.get("/static/{name}", _static),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
            ]
        )
        return app

    async def show_page(self, request: web.Request) -> web.Response:
        """The page; a link that was used already leads to it without its token."""
        if request.query_string:
            raise web.HTTPFound("/")
        socket = f"ws://{request.host}/ws"
        return web.Response(text=self._page.replace("{socket}", socket), content_type="text/html")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """One window of the app, unless there are two."""
        if self._windows >= MOST_WINDOWS:
            raise web.HTTPServiceUnavailable(text=self._full)
        self._windows += 1
        try:
            return await super().handle_websocket(request)
        finally:
            self._windows -= 1

    async def run(self, port: int, ready: Callable[[str], None]) -> None:
        """Serve until a signal ends it.

        Args:
            port: where to listen; 0 takes any that is free.
            ready: is given the link as soon as it works.

        Raises:
            UsageError: the port cannot be had.
        """
        runner = web.AppRunner(self.application(), access_log=None, shutdown_timeout=3)
        await runner.setup()
        try:
            await _listen(runner, port)
            self.guard.port = runner.addresses[0][1]
            ready(f"http://{HOST}:{self.guard.port}/?token={self.guard.token}")
            await _signalled()
        finally:
            await runner.cleanup()


async def _listen(runner: web.AppRunner, port: int) -> None:
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError as error:
        message = f"Port {port} cannot be had: {error.strerror}."
        raise UsageError("cbassess serve", "port-taken", message, "Name another one: --port 8766.") from error


async def _signalled() -> None:
    """Wait for the first signal that asks for an end."""
    ended, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with contextlib.suppress(AttributeError, NotImplementedError):  # not every system has them
            loop.add_signal_handler(getattr(signal, name), ended.set)
    await ended.wait()


async def _static(request: web.Request) -> web.FileResponse:
    file = STATIC.get(request.match_info["name"])
    if file is None:
        raise web.HTTPNotFound
    return web.FileResponse(file)


def _page(language: str) -> str:
    words = words_in(language)
    said = {
        "{language}": language,
        "{starting}": words("Starting ..."),
        "{closed}": words("This window is closed; every answer is saved. There can be two windows at a time."),
        "{again}": words("Open again"),
    }
    page = (OURS / "index.html").read_text(encoding="utf-8")
    for name, text in said.items():
        page = page.replace(name, text)
    return page
