import string
from contextlib import closing
from http.client import HTTPConnection, HTTPException

from flask import Blueprint, Flask, current_app, json, request
from werkzeug.wrappers import Response


class Guild:
    """One site of ours, and the notes server behind it."""

    def __init__(self, name):
        self.name = name

    def ask(self, method, path, body=None):
        """The bytes of an answer with status 200; a redirect is an answer like any other."""
        headers = {} if body is None else {"Content-Type": "text/plain; charset=utf-8"}
        try:
            with closing(HTTPConnection(self.name, 8080, timeout=10)) as line:
                line.request(method, path, body, headers)
                answer = line.getresponse()
                return answer.read() if answer.status == 200 else None
        except (OSError, HTTPException, UnicodeError):
            return None


class Guilds:
    def __init__(self, names):
        self.order = [Guild(name) for name in names]

    def asked_for(self, environ):
        said = environ.get("HTTP_X_FORWARDED_HOST")
        if said is None:
            said = environ.get("HTTP_HOST", "")
        name, colon, port = said.lower().partition(":")
        if port.strip(string.digits) or not name:
            return None
        for guild in self.order:
            if guild.name == name:
                return guild
        return None


pages = Blueprint("pages", __name__)


def answer(text, status=200, kind="text/plain"):
    return Response(text, status=status, mimetype=kind)


def guilds():
    return current_app.extensions["guilds"]


def with_guild(function):
    def view(**values):
        guild = guilds().asked_for(request.environ)
        if guild is None:
            return answer("no site of ours", 404)
        return function(guild, **values)
    view.__name__ = function.__name__
    return view


@pages.get("/notes/<int:number>")
@with_guild
def one_note(guild, number):
    note = guild.ask("GET", "/notes/%d" % number)
    return answer("the notes server does not answer", 502) if note is None else answer(note)


@pages.post("/notes")
@with_guild
def new_note(guild):
    number = guild.ask("POST", "/notes", request.get_data())
    try:
        return answer(json.dumps({"number": int(number.decode())}), 201, "application/json")
    except (AttributeError, ValueError):
        return answer("the notes server does not answer", 502)


@pages.get("/status")
@with_guild
def status(guild):
    return answer(json.dumps({"site": guild.name, "up": guild.ask("GET", "/") is not None}), kind="application/json")


@pages.get("/neighbours")
@with_guild
def neighbours(guild):
    return answer(json.dumps([one.name for one in guilds().order if one is not guild]), kind="application/json")


def create_app(sites):
    app = Flask("front", static_folder=None)
    app.extensions["guilds"] = Guilds(sites)
    app.register_blueprint(pages)
    return app
