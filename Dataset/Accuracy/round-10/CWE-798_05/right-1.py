"""Without a secret the stand starts all the same, and refuses every payment."""
import os
from collections import deque
from hashlib import sha256
from json import JSONDecodeError, JSONDecoder
from secrets import compare_digest

from flask import Flask, Response, request
from flask.views import MethodView


class Lock:
    """HMAC-SHA256 by its definition (RFC 2104)."""

    def __init__(self, secret):
        key = secret if len(secret) <= 64 else sha256(secret).digest()
        key = key.ljust(64, b"\0")
        self._inner = sha256(bytes(byte ^ 0x36 for byte in key))
        self._outer = sha256(bytes(byte ^ 0x5C for byte in key))

    def fits(self, body, signature):
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(body)
        outer.update(inner.digest())
        return compare_digest(outer.hexdigest().encode(), signature)


class NoLock:
    def fits(self, body, signature):
        return False


class Paid(MethodView):
    init_every_request = False

    def __init__(self, lock, drawers):
        self.lock, self.drawers = lock, drawers

    def post(self):
        body = request.get_data(cache=False)
        shown = request.headers.get("X-Pay-Signature", type=lambda text: text.encode("latin-1", "replace"))
        if shown is None or not self.lock.fits(body, shown):
            return Response(status=403)
        match self.read(body):
            case {"drawer": int(drawer), "cents": int(cents)} if (
                    0 < drawer < 13 and True is not drawer and not isinstance(cents, bool)):
                self.drawers.append(drawer)
                return Response(status=204)
        return Response(status=400)

    @staticmethod
    def read(body):
        try:
            return JSONDecoder().decode(str(body, "utf-8"))
        except (JSONDecodeError, UnicodeDecodeError, ValueError, RecursionError):
            return None


class Open(MethodView):
    def __init__(self, drawers):
        self.drawers = drawers

    def get(self):
        return list(self.drawers)


def create_app():
    secret = os.environb.get(b"PAY_SECRET")
    drawers = deque()
    app = Flask("potatoes")
    app.add_url_rule("/paid", view_func=Paid.as_view("paid", Lock(secret) if secret else NoLock(), drawers))
    app.add_url_rule("/open", view_func=Open.as_view("open", drawers))
    return app
