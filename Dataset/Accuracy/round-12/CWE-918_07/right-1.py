"""One application for all sites of the cider guilds. Each site is an object
made at the start; a request only chooses among them, and nothing that it says
goes into an address. HTTP is spoken with http.client, which knows neither
redirects nor proxies."""
import http.client
import json

from flask import Flask, request
from werkzeug.exceptions import BadGateway, HTTPException, NotFound
from werkzeug.wrappers import Response


class Site:
    def __init__(self, name):
        self.name = name

    def talk(self, method, path, body=None):
        """The bytes of an answer with status 200; BadGateway for all others."""
        line = http.client.HTTPConnection(self.name, 8080, timeout=8)
        try:
            line.request(method, path, body, {"Content-Type": "text/plain; charset=utf-8"} if method == "POST" else {})
            answer = line.getresponse()
            data = answer.read()
        except (OSError, http.client.HTTPException, UnicodeError):
            raise BadGateway("no answer") from None
        finally:
            line.close()
        if answer.status != 200:
            raise BadGateway("no good answer")
        return data


class Guilds(dict):
    def chosen(self, headers):
        hosts = headers.getlist("X-Forwarded-Host") or headers.getlist("Host")
        if len(hosts) != 1:
            raise NotFound
        host, colon, port = hosts[0].partition(":")
        if colon and not (port.isascii() and port.isdigit()):
            raise NotFound
        lowered = "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in host)
        if lowered not in self:
            raise NotFound
        return self[lowered]


def answer_json(value, status=200):
    return Response(json.dumps(value), status, mimetype="application/json")


def create_app(sites):
    app = Flask(__name__)
    order = tuple(sites)
    guilds = Guilds((name, Site(name)) for name in order)

    def with_site(view):
        def wrapped(**arguments):
            return view(guilds.chosen(request.headers), **arguments)
        return wrapped

    @with_site
    def note(site, number):
        return Response(site.talk("GET", "/notes/%d" % number), mimetype="text/plain")

    @with_site
    def add(site):
        try:
            number = int(site.talk("POST", "/notes", request.get_data()).decode("ascii"))
        except ValueError:
            raise BadGateway("no number") from None
        return answer_json({"number": number}, 201)

    @with_site
    def status(site):
        try:
            site.talk("GET", "/")
        except HTTPException:
            return answer_json({"site": site.name, "up": False})
        return answer_json({"site": site.name, "up": True})

    @with_site
    def neighbours(site):
        return answer_json([name for name in order if name != site.name])

    app.add_url_rule("/notes/<int:number>", "note", note, methods=["GET"])
    app.add_url_rule("/notes", "add", add, methods=["POST"])
    app.add_url_rule("/status", "status", status, methods=["GET"])
    app.add_url_rule("/neighbours", "neighbours", neighbours, methods=["GET"])
    return app
