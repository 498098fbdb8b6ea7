"""The stand as two objects: a cashier, who knows the secret, and a cabinet, who knows drawers."""
import hmac
import os
from collections import deque
from http import HTTPStatus

from flask import Flask, json, make_response, request
from flask.views import MethodView


class Refused(Exception):
    def __init__(self, status):
        self.status = status


class Cashier:
    def __init__(self, environment):
        secret = environment.get(b"PAY_SECRET", b"")
        self._mac = hmac.new(secret, digestmod="sha256") if len(secret) > 0 else None

    def check(self, body, signature):
        if self._mac is None or signature is None:
            raise Refused(HTTPStatus.FORBIDDEN)
        mac = self._mac.copy()
        mac.update(body)
        if not hmac.compare_digest(mac.hexdigest().encode(), signature.encode("latin-1", "replace")):
            raise Refused(HTTPStatus.FORBIDDEN)


class Cabinet:
    def __init__(self, drawers=12):
        self.numbers = frozenset(range(1, drawers + 1))
        self.history = deque()

    def open_for(self, body):
        try:
            match json.loads(body.decode("utf-8")):
                case {"drawer": int(number), "cents": int(cents)}:
                    if isinstance(number, bool) or isinstance(cents, bool):
                        raise Refused(HTTPStatus.BAD_REQUEST)
                case _:
                    raise Refused(HTTPStatus.BAD_REQUEST)
        except (ValueError, RecursionError):
            raise Refused(HTTPStatus.BAD_REQUEST) from None
        if number not in self.numbers:
            raise Refused(HTTPStatus.BAD_REQUEST)
        self.history.append(number)


class Paid(MethodView):
    def __init__(self, cashier, cabinet):
        self.cashier, self.cabinet = cashier, cabinet

    def post(self):
        body = request.get_data(as_text=False)
        self.cashier.check(body, request.headers.get("X-Pay-Signature"))
        self.cabinet.open_for(body)
        return make_response("", HTTPStatus.NO_CONTENT)


def create_app():
    app = Flask("stand")
    cabinet = Cabinet()
    app.add_url_rule("/paid", view_func=Paid.as_view("paid", Cashier(os.environb), cabinet))
    app.add_url_rule("/open", "open", lambda: app.json.response(list(cabinet.history)))
    app.register_error_handler(Refused, lambda refused: ("", refused.status))
    return app
