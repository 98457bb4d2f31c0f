"""Who may come in: six hostile handshakes are refused, and would not be without the guard."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import aiohttp
import pytest
from aiohttp import WSServerHandshakeError, web

from cbassess.cli import main
from cbassess.serving.guard import Guard
from tests.serving.running import served

IDLE = "head -c 1 >/dev/null"  # ends with the first word of the server, which is to quit

# What a page of somebody else, or a program without our link, can send. {port} is ours.
HOSTILE = {
    "another page": {"Origin": "http://evil.example"},
    "another page on this computer": {"Origin": "http://127.0.0.1:1"},
    "a page without an origin": {"Origin": "null"},
    "no browser at all": {"Origin": ""},
    "a name that leads here": {"Host": "evil.example:{port}", "Origin": "http://evil.example:{port}"},
    "a wrong cookie": {"Cookie": "cbassess_{port}=guessed"},
}


def headers(name: str, port: int, cookie: str) -> dict[str, str]:
    """Those of our own page, but for what is hostile."""
    own = {"Host": f"127.0.0.1:{port}", "Origin": f"http://127.0.0.1:{port}", "Cookie": cookie}
    hostile = {key: value.format(port=port) for key, value in HOSTILE.get(name, {}).items()}
    return {key: value for key, value in {**own, **hostile}.items() if value}


async def entered(session: aiohttp.ClientSession, link: str) -> str:
    """Open the link; the cookie that it gives."""
    async with session.get(link) as answer:
        assert answer.status == 200
        return answer.headers["Set-Cookie"].partition(";")[0]


async def handshake(session: aiohttp.ClientSession, port: int, sent: dict[str, str]) -> int:
    """The status that a handshake gets: 101 lets it in."""
    try:
        async with session.ws_connect(f"http://127.0.0.1:{port}/ws", headers=sent):
            return 101
    except WSServerHandshakeError as refused:
        return refused.status


async def statuses() -> dict[str, int]:
    async with served("true") as (server, link), aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        cookie, port = await entered(session, link), server.guard.port
        return {
            name: await handshake(session, port, headers(name, port, cookie)) for name in (*HOSTILE, "our own page")
        }


async def test_hostile_handshakes_are_refused_and_our_own_page_is_not() -> None:
    assert await statuses() == {**dict.fromkeys(HOSTILE, 403), "our own page": 101}


async def test_without_the_guard_each_of_them_would_come_in(monkeypatch: pytest.MonkeyPatch) -> None:
    @web.middleware
    async def nobody_looks(
        self: Guard, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        if request.path == "/":
            return web.Response(headers={"Set-Cookie": "x=y"})
        return await handler(request)

    monkeypatch.setattr(Guard, "check", nobody_looks)
    assert set((await statuses()).values()) == {101}


async def test_the_link_works_once_and_nothing_works_without_it() -> None:
    async with served("true") as (server, link):
        origin = f"http://127.0.0.1:{server.guard.port}"
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as first:
            for path in ("/", "/?token=", "/?token=guessed", "/static/textual.js", "/static/x", "/ws", "/download/x"):
                async with first.get(origin + path) as answer:
                    assert (path, answer.status) == (path, 403)
            async with first.get(link) as answer:
                assert answer.status == 200
                cookie = answer.headers["Set-Cookie"]
                assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in cookie.split(";")}
            async with first.get(link) as answer:
                assert str(answer.url) == f"{origin}/"
                assert "textual-terminal" in await answer.text()
        async with aiohttp.ClientSession() as second, second.get(link) as answer:
            assert answer.status == 403
            assert "it works once" in await answer.text()


async def test_every_answer_says_what_the_page_may_load() -> None:
    async with served("true") as (server, link), aiohttp.ClientSession() as session:
        for address in (f"http://127.0.0.1:{server.guard.port}/", link):
            async with session.get(address) as answer:
                policy = answer.headers["Content-Security-Policy"]
                assert policy.startswith("default-src 'none'; script-src 'self';")
                assert "frame-ancestors 'none'" in policy
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                assert answer.headers["Referrer-Policy"] == "no-referrer"


async def test_there_is_no_listing_and_no_way_out_of_the_page() -> None:
    async with (
        served("true") as (server, link),
        aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session,
    ):
        await entered(session, link)
        origin = f"http://127.0.0.1:{server.guard.port}"
        for path in (
            "/static/",
            "/static",
            "/static/..%2f..%2fserver.py",
            "/static/server.py",
            "/static/js/textual.js",
        ):
            async with session.get(origin + path) as answer:
                assert (path, answer.status) == (path, 404)
        async with session.get(f"{origin}/") as answer:
            assert "http://" not in (await answer.text()).replace(origin, "")
            assert "https://" not in await answer.text()


async def test_a_third_window_is_refused_until_one_is_closed() -> None:
    async with served(IDLE) as (server, link), aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        cookie, port = await entered(session, link), server.guard.port
        own = headers("our own page", port, cookie)
        two = [await session.ws_connect(f"http://127.0.0.1:{port}/ws", headers=own) for _ in range(2)]
        assert await handshake(session, port, own) == 503
        await two[0].close()
        for _ in range(200):  # until its process has ended
            if (status := await handshake(session, port, own)) == 101:
                break
            await asyncio.sleep(0.05)
        assert status == 101
        await two[1].close()


async def test_it_listens_on_this_computer_only() -> None:
    async with served("true") as (server, _):
        _, here = await asyncio.open_connection("127.0.0.1", server.guard.port)
        here.close()
        await here.wait_closed()
        with pytest.raises(ConnectionRefusedError):  # what listens everywhere would answer here
            await asyncio.open_connection("127.0.0.2", server.guard.port)


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "cbassess.serving.server", None)
    assert main(["serve"]) == 2
    told = capsys.readouterr().err
    assert "[not-installed]" in told
    assert 'pip install "cbassess[web]"' in told
