"""A real browser without a window, driven by its own protocol, and what it was sent as a screen of text."""

from __future__ import annotations

import asyncio
import base64
import json
import shutil
import subprocess
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pyte

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

# Names lead nowhere, so that nothing can be fetched from elsewhere even if it is asked for.
OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--remote-debugging-port=0",
    "--remote-allow-origins=*",
    "--window-size=1000,600",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
KEYS = {"Enter": ("\r", 13), "Escape": ("", 27), "Backspace": ("", 8)}


class Page:
    """A page of the browser. `requests` are all addresses that it asked for."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.requests: list[str] = []
        self.violations: list[str] = []
        self._socket = socket
        self._count = 0
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def shown(self) -> str:
        """The screen of the terminal in the page."""
        return "\n".join(row.rstrip() for row in self._screen.display)

    async def command(self, method: str, **parameters: object) -> dict[str, Any]:
        self._count += 1
        answer = self._answers[self._count] = asyncio.get_running_loop().create_future()
        await self._socket.send_str(json.dumps({"id": self._count, "method": method, "params": parameters}))
        return await asyncio.wait_for(answer, 30)

    async def listen(self) -> None:
        async for message in self._socket:
            event = json.loads(message.data)
            if "id" in event:
                self._answers.pop(event["id"]).set_result(event.get("result", {}))
            else:
                self._note(event["method"], event["params"])

    def _note(self, method: str, event: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.requests.append(event["request"]["url"])
        elif method == "Network.webSocketCreated":
            self.requests.append(event["url"])
            size = parse_qs(urlsplit(event["url"]).query)
            self._screen.resize(int(size["height"][0]), int(size["width"][0]))
        elif method == "Network.webSocketFrameReceived" and event["response"]["opcode"] == 2:
            self._stream.feed(base64.b64decode(event["response"]["payloadData"]))
        elif method == "Log.entryAdded" and "Content Security Policy" in event["entry"]["text"]:
            self.violations.append(event["entry"]["text"])

    async def type(self, *keys: str) -> None:
        for key in keys:
            text, code = KEYS.get(key, (key, ord(key.upper()[0])))
            both = {"key": key, "windowsVirtualKeyCode": code}
            await self.command("Input.dispatchKeyEvent", type="keyDown", text=text, **both)
            await self.command("Input.dispatchKeyEvent", type="keyUp", **both)

    async def wait_for(self, text: str, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while text not in " ".join(self.shown.split()):
            assert time.monotonic() < end, f"{text!r} never came; the screen is\n{self.shown}"
            await asyncio.sleep(0.1)


@asynccontextmanager
async def opened_page(folder: Path) -> AsyncIterator[Page]:
    """A new browser with its own profile in the folder, and its one page."""
    command = [str(CHROMIUM), *OPTIONS, f"--user-data-dir={folder}", "about:blank"]
    browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        port = await _port(folder / "DevToolsActivePort")
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                (target,) = [one for one in await answer.json() if one["type"] == "page"]
            async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                page = Page(socket)
                listening = asyncio.create_task(page.listen())
                for domain in ("Network", "Page", "Log", "Runtime"):
                    await page.command(f"{domain}.enable")
                yield page
                listening.cancel()
    finally:
        browser.kill()
        browser.wait()


async def _port(file: Path) -> int:
    for _ in range(300):
        if file.exists() and (lines := file.read_text().splitlines()):
            return int(lines[0])
        await asyncio.sleep(0.1)
    raise TimeoutError("the browser did not start")
