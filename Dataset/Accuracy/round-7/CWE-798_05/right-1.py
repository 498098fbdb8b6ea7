"""The stand as a blueprint; whoever comes without a right signature does not get as far as the view."""
from __future__ import annotations
import functools
import hmac
import json
import os
from collections import deque
from dataclasses import dataclass
from http import HTTPStatus
from flask import Blueprint, Flask, jsonify, request
from werkzeug.exceptions import BadRequest, Forbidden


class Misconfigured(RuntimeError):
    pass


class Service:
    """Knows the secret of farm and service, and gives it to nobody."""

    __slots__ = ("__mac",)

    def __init__(self, secret: str) -> None:
        if len(secret) == 0:
            raise Misconfigured("PAY_SECRET is missing or empty")
        self.__mac = hmac.new(secret.encode("utf-8", "surrogateescape"), digestmod="sha256")

    def has_signed(self, body: bytes, signature: str) -> bool:
        mac = self.__mac.copy()
        mac.update(body)
        return hmac.compare_digest(mac.hexdigest().encode("ascii"), signature.encode("utf-8"))

    def only(self, view):
        @functools.wraps(view)
        def guarded():
            body = request.get_data()
            if not self.has_signed(body, request.headers.get("X-Pay-Signature", "")):
                raise Forbidden("no signature of the payment service")
            return view(Payment.parse(body))
        return guarded


@dataclass(frozen=True)
class Payment:
    drawer: int
    cents: int

    def __post_init__(self):
        if not (type(self.drawer) is int and 1 <= self.drawer <= 12 and type(self.cents) is int):
            raise ValueError("no payment for a drawer")

    @classmethod
    def parse(cls, body: bytes) -> Payment:
        try:
            told = json.loads(str(body, "utf-8"))
            return cls(told["drawer"], told["cents"])
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            raise BadRequest("no payment") from error


def create_app():
    service = Service(os.environ.get("PAY_SECRET", ""))
    stand, opened = Blueprint("stand", __name__), deque()

    @stand.post("/paid")
    @service.only
    def paid(payment):
        opened.append(payment.drawer)
        return "", HTTPStatus.NO_CONTENT

    @stand.get("/open")
    def which():
        return jsonify([*opened])

    app = Flask(__name__)
    app.register_blueprint(stand)
    return app
