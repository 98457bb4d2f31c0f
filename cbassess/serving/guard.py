"""Who may come in: the browser that was handed the link, from our own page, and nobody else.

Any page that is open in the seller's browser can send requests to this computer. It cannot choose the `Origin` that the
browser adds, nor read our cookie; a name that it lets point to this computer (DNS rebinding) stands in `Host`.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

# A page that sends the browser on by itself: after a redirect, a link that was clicked in the page of another site
# would come without the cookie, because that is `SameSite=Strict`.
ENTER = '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>cbassess</title>'

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def policy(host: str) -> str:
    """What the page may load: its own script, styles and letters, and the socket. xterm.js writes styles itself."""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        f"img-src 'self' data:; connect-src 'self' ws://{host}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


class Guard:
    """Checks each request. The token of the link works once and is exchanged for a cookie."""

    def __init__(self, refused: str) -> None:
        self.port = 0
        """Of the server, as soon as it listens."""
        self.token = secrets.token_urlsafe(32)
        self._secret = secrets.token_urlsafe(32)
        self._used = False
        self._refused = refused

    @property
    def hosts(self) -> frozenset[str]:
        """What a browser may call us."""
        return frozenset({f"127.0.0.1:{self.port}", f"localhost:{self.port}"})

    @property
    def cookie(self) -> str:
        """Its name; browsers share cookies between the ports of a computer."""
        return f"cbassess_{self.port}"

    @web.middleware
    async def check(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let the request through, or answer 403."""
        if not self._is_from_us(request):
            raise web.HTTPForbidden(text=self._refused)
        if self._has_cookie(request):
            return await handler(request)
        if request.path == "/" and self._takes(request.query.get("token", "")):
            response = web.Response(text=ENTER, content_type="text/html")
            response.set_cookie(self.cookie, self._secret, httponly=True, samesite="Strict", path="/")
            return response
        raise web.HTTPForbidden(text=self._refused)

    async def add_headers(self, request: web.Request, response: web.StreamResponse) -> None:
        """What every answer says about itself."""
        response.headers.update(HEADERS)
        response.headers["Content-Security-Policy"] = policy(
            request.host if request.host in self.hosts else "127.0.0.1"
        )

    def _is_from_us(self, request: web.Request) -> bool:
        """Our name in `Host`, and our page as the origin: of a socket always, else where the browser names one."""
        origin = request.headers.get("Origin")
        is_socket = request.headers.get("Upgrade", "").lower() == "websocket"
        named = origin == f"http://{request.host}" if origin is not None else not is_socket
        return request.host in self.hosts and named

    def _has_cookie(self, request: web.Request) -> bool:
        return hmac.compare_digest(request.cookies.get(self.cookie, "").encode(), self._secret.encode())

    def _takes(self, token: str) -> bool:
        """Whether this is the token, for the first time."""
        taken = not self._used and hmac.compare_digest(token.encode(), self.token.encode())
        self._used = self._used or taken
        return taken
