import hashlib
import hmac
import os
from dataclasses import dataclass, field
from http import HTTPStatus

from flask import Flask, Response, json, request, session
from werkzeug.exceptions import HTTPException, Unauthorized, UnsupportedMediaType, default_exceptions


@dataclass
class Layout:
    points: dict = field(default_factory=lambda: {str(n): "straight" for n in range(1, 5)})

    def __setitem__(self, number, position):
        if number not in self.points:
            raise default_exceptions[HTTPStatus.NOT_FOUND]()
        if position not in ("straight", "turned"):
            raise default_exceptions[HTTPStatus.BAD_REQUEST]()
        self.points[number] = position


@dataclass(frozen=True)
class PartnerLeave:
    """WSGI layer that gives leave (CORS) to the partners' origins."""

    inner: object
    origins: frozenset

    def __call__(self, environ, start_response):
        origin = environ.get("HTTP_ORIGIN")
        leave = [("Vary", "Origin")]
        if origin in self.origins:
            leave += [
                ("Access-Control-Allow-Origin", origin),
                ("Access-Control-Allow-Credentials", "true"),
            ]
            if environ["REQUEST_METHOD"] == "OPTIONS":
                leave += [
                    ("Access-Control-Allow-Methods", "GET, POST"),
                    ("Access-Control-Allow-Headers", "Content-Type"),
                ]

        def start(status, headers, exc_info=None):
            return start_response(status, headers + leave, exc_info)

        return self.inner(environ, start)


class Panel:
    def __init__(self, passwords, partners):
        self.digests = {name: self.digest(word) for name, word in passwords.items()}
        self.partners = frozenset(partners)
        self.layout = Layout()

    @staticmethod
    def digest(word):
        return hashlib.sha256(word.encode("utf-8", "surrogatepass")).digest()

    def refuse_strangers(self):
        origin = request.headers.get("Origin")
        if origin is None or origin in self.partners:
            return
        if origin not in {f"{request.scheme}://{request.host}", f"https://{request.host}"}:
            raise default_exceptions[HTTPStatus.FORBIDDEN]()

    @staticmethod
    def body():
        if request.mimetype != "application/json":
            raise UnsupportedMediaType()
        data = request.get_json()
        if not isinstance(data, dict):
            raise default_exceptions[HTTPStatus.BAD_REQUEST]()
        return data

    def login(self):
        match self.body():
            case {"name": str(name), "password": str(password)}:
                expected = self.digests.get(name, b"")
                if hmac.compare_digest(expected, self.digest(password)):
                    session.clear()
                    session["name"] = name
                    return {"name": name}
        raise Unauthorized()

    def member(self):
        if session.get("name") not in self.digests:
            raise Unauthorized()

    def show(self):
        self.member()
        return self.layout.points

    def switch(self, number):
        self.member()
        self.layout[number] = self.body().get("position")
        return self.layout.points


def create_app(passwords, partners):
    app = Flask(__name__, static_folder=None)
    app.config |= {
        "SECRET_KEY": os.urandom(32),
        "SESSION_COOKIE_NAME": "__Host-points",
        "SESSION_COOKIE_SECURE": True,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "None",
        "SESSION_COOKIE_PATH": "/",
    }
    panel = Panel(passwords, partners)
    app.before_request(panel.refuse_strangers)
    app.add_url_rule("/api/login", view_func=panel.login, methods=["POST"])
    app.add_url_rule("/api/points", view_func=panel.show, methods=["GET"])
    app.add_url_rule("/api/points/<number>", view_func=panel.switch, methods=["POST"])

    @app.errorhandler(HTTPException)
    def as_json(error):
        return Response(json.dumps({"error": error.name}), error.code, content_type="application/json")

    app.wsgi_app = PartnerLeave(app.wsgi_app, panel.partners)
    return app
