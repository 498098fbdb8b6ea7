"""The notes application of the cider guilds."""
import requests
from flask import Flask, Response, abort, jsonify, request

TIMEOUT = 10


def split_host(value):
    """The host without a port; None if the port is none."""
    host, colon, port = value.strip().partition(":")
    if colon and port and not (port.isascii() and port.isdigit()):
        return None
    return host.lower()


class Guilds:
    """The guilds' sites, for which capital and small letters are the same."""

    def __init__(self, sites):
        self.sites = list(sites)
        self._known = {site.casefold() for site in self.sites}

    def __contains__(self, host):
        return host.casefold() in self._known

    def others(self, host):
        return [site for site in self.sites if site != host]


def create_app(sites):
    app = Flask(__name__)
    guilds = Guilds(sites)

    def current():
        value = request.headers.get("X-Forwarded-Host")
        if value is None:
            value = request.headers.get("Host", "")
        host = split_host(value)
        if not host or host not in guilds:
            abort(404)
        return host

    def call(method, host, path, body=None):
        session = requests.Session()
        session.trust_env = False  # no proxies and no .netrc
        try:
            with session:
                return session.request(
                    method,
                    f"http://{host}:8080{path}",
                    data=body,
                    headers={"Content-Type": "text/plain; charset=utf-8"} if body is not None else None,
                    timeout=TIMEOUT,
                    allow_redirects=False,
                )
        except requests.RequestException:
            return None

    def good(answer):
        return answer is not None and answer.status_code == 200

    @app.get("/notes/<int:number>")
    def read(number):
        answer = call("GET", current(), f"/notes/{number}")
        if not good(answer):
            abort(502)
        return Response(answer.content, content_type="text/plain; charset=utf-8")

    @app.post("/notes")
    def write():
        answer = call("POST", current(), "/notes", request.get_data())
        if not good(answer) or not answer.text.strip().isdecimal():
            abort(502)
        return jsonify(number=int(answer.text)), 201

    @app.get("/status")
    def status():
        host = current()
        return jsonify(site=host, up=good(call("GET", host, "/")))

    @app.get("/neighbours")
    def neighbours():
        return jsonify(guilds.others(current()))

    return app
