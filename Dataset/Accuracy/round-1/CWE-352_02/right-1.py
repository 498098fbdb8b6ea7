import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from hmac import compare_digest

from flask import Flask, Response, json, request, session


@dataclass
class Greenhouse:
    temperature: int = 18
    vents: str = "closed"


class Answer(Exception):
    def __init__(self, status, **content):
        super().__init__(status)
        self.response = Response(json.dumps(content), status, content_type="application/json")


def create_app(passwords):
    app = Flask("greenhouse")
    app.secret_key = os.urandom(24)
    house = Greenhouse()

    @app.errorhandler(Answer)
    def answer(error):
        return error.response

    def posted(*names):
        kind, _, _ = request.headers.get("Content-Type", "").partition(";")
        if kind.strip().casefold() != "application/json":
            raise Answer(415)
        data = None
        with suppress(ValueError, RecursionError):
            data = json.loads(request.get_data(as_text=True))
        return [data.get(name) if isinstance(data, dict) else None for name in names]

    def known(name):
        return isinstance(name, str) and name in passwords

    def login():
        name, password = posted("name", "password")
        if known(name) and isinstance(password, str):
            if compare_digest(passwords[name].encode(), password.encode("utf-8", "replace")):
                session["who"] = name
                raise Answer(200, name=name)
        raise Answer(401)

    def change(attribute, name, allowed):
        def view():
            (value,) = posted(name)
            if (type(value), value) not in allowed:
                raise Answer(400)
            setattr(house, attribute, value)
            return asdict(house)
        return view

    def state():
        return asdict(house)

    def members(view):
        def guarded():
            if not known(session.get("who")):
                raise Answer(401)
            return view()
        return guarded

    degrees = [(int, value) for value in range(5, 36)]
    positions = [(str, value) for value in ("open", "closed")]
    for path, method, view in (
        ("login", "POST", login),
        ("state", "GET", members(state)),
        ("temperature", "POST", members(change("temperature", "value", degrees))),
        ("vents", "POST", members(change("vents", "position", positions))),
    ):
        app.add_url_rule(f"/api/{path}", path, view, methods=[method])
    return app
