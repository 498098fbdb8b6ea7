"""Class-based views over http.client, which knows neither redirects nor proxies."""
import http.client
from contextlib import closing

from flask import Flask, Response, jsonify, request
from flask.views import View
from werkzeug.exceptions import BadGateway, NotFound


class Guild:
    """One site, with the three things that may be asked of its notes server."""

    def __init__(self, host):
        self.host = host

    def _exchange(self, method, path, body=None):
        headers = {"Content-Type": "text/plain; charset=utf-8"} if body is not None else {}
        try:
            with closing(http.client.HTTPConnection(self.host, 8080, timeout=8)) as line:
                line.request(method, path, body, headers)
                answer = line.getresponse()
                if answer.status != 200:
                    raise BadGateway
                return answer.read()
        except (OSError, http.client.HTTPException):
            raise BadGateway from None

    def note(self, number):
        return self._exchange("GET", f"/notes/{number:d}")

    def add(self, text):
        try:
            return int(self._exchange("POST", "/notes", text))
        except ValueError:
            raise BadGateway from None

    def is_up(self):
        try:
            self._exchange("GET", "/")
        except BadGateway:
            return False
        return True


class Page(View):
    methods = ["GET"]

    def __init__(self, guilds):
        self.guilds = guilds

    def dispatch_request(self, **values):
        said = request.environ.get("HTTP_X_FORWARDED_HOST")
        if said is None:
            said = request.environ.get("HTTP_HOST", request.environ["SERVER_NAME"])
        name, colon, port = said.strip(" \t").partition(":")
        if colon and not (port.isascii() and port.isdecimal() and int(port) < 65536):
            raise NotFound
        for guild in self.guilds:
            if guild.host == name.lower():
                return self.answer(guild, **values)
        raise NotFound


class Note(Page):
    def answer(self, guild, number):
        return Response(guild.note(number), mimetype="text/plain")


class NewNote(Page):
    methods = ["POST"]

    def answer(self, guild):
        return {"number": guild.add(request.get_data())}, 201


class Status(Page):
    def answer(self, guild):
        return {"site": guild.host, "up": guild.is_up()}


class Neighbours(Page):
    def answer(self, guild):
        return jsonify([g.host for g in self.guilds if g is not guild])


def create_app(sites):
    app = Flask(__name__)
    guilds = [Guild(site) for site in sites]
    for rule, page in (("/notes/<int:number>", Note), ("/notes", NewNote),
                       ("/status", Status), ("/neighbours", Neighbours)):
        app.add_url_rule(rule, view_func=page.as_view(page.__name__, guilds))
    return app
