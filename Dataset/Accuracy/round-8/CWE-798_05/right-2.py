import hmac
import logging
import os
import threading
from functools import wraps

from flask import Blueprint, Flask, abort, current_app, request
from werkzeug.exceptions import Forbidden


class Signer:
    def __init__(self, secret):
        if not secret or secret.isspace():
            raise SystemError("PAY_SECRET is missing or empty")
        self._mac = hmac.new(secret.encode("utf-8", "surrogateescape"), digestmod="sha256")

    def verify(self, body, given):
        mac = self._mac.copy()
        mac.update(body)
        if not hmac.compare_digest(mac.hexdigest().encode(), given.encode("utf-8", "replace")):
            raise Forbidden


class Cabinet:
    def __init__(self, signer):
        self.signer = signer
        self._lock = threading.Lock()
        self._opened = []

    def open(self, drawer):
        with self._lock:
            self._opened.append(drawer)
        logging.getLogger(__name__).info("drawer %d opened", drawer)

    @property
    def opened(self):
        with self._lock:
            return [*self._opened]


bp = Blueprint("stand", __name__)


def signed(view):
    @wraps(view)
    def wrapper():
        cabinet = current_app.extensions["cabinet"]
        cabinet.signer.verify(request.get_data(), request.headers.get("X-Pay-Signature", ""))
        return view(cabinet)
    return wrapper


@bp.post("/paid")
@signed
def paid(cabinet):
    match request.get_json(force=True, silent=True):
        case {"drawer": int(drawer), "cents": int(cents)} if not {type(drawer), type(cents)} & {bool}:
            if drawer in range(1, 13):
                cabinet.open(drawer)
                return "", 204
    abort(400)


@bp.get("/open")
def opened():
    return current_app.extensions["cabinet"].opened


def create_app():
    app = Flask(__name__)
    app.extensions["cabinet"] = Cabinet(Signer(os.environ.get("PAY_SECRET", "")))
    app.register_blueprint(bp)
    return app
