"""One application for all sites of the cider guilds."""
import re

import requests
from flask import Flask, abort, request
from requests.adapters import HTTPAdapter

HOST = re.compile(r"([a-z0-9.-]+)(?::[0-9]{1,5})?")


class NotesServers(requests.Session):
    """A session that reaches the notes servers of our guilds, and nothing else.

    There is an adapter for the address of each, and no other one: for any
    other host, port or scheme, requests has nothing to connect with and
    raises InvalidSchema, whether the address comes from us or from a redirect.
    """

    def __init__(self, sites):
        super().__init__()
        self.trust_env = False
        self.adapters.clear()
        for site in sites:
            self.mount(self.address(site, "/"), HTTPAdapter())

    @staticmethod
    def address(site, path):
        return f"http://{site}:8080{path}"

    def ask(self, method, site, path, **options):
        """The answer with status 200, or None if there is no such."""
        try:
            answer = self.request(method, self.address(site, path), timeout=10, **options)
        except requests.RequestException:
            return None
        return answer if answer.status_code == 200 else None


def create_app(sites):
    app = Flask(__name__)
    known = frozenset(sites)

    def servers():
        return NotesServers(known)

    def site():
        header = request.headers.get("X-Forwarded-Host", request.headers.get("Host", ""))
        found = HOST.fullmatch(header.lower())
        if found is None or found[1] not in known:
            abort(404)
        return found[1]

    @app.get("/notes/<int:number>")
    def note(number):
        answer = servers().ask("GET", site(), f"/notes/{number}")
        if answer is None:
            abort(502)
        return answer.content, {"Content-Type": "text/plain; charset=utf-8"}

    @app.post("/notes")
    def add():
        answer = servers().ask("POST", site(), "/notes", data=request.get_data(),
                               headers={"Content-Type": "text/plain; charset=utf-8"})
        if answer is None or not re.fullmatch(r"\s*[0-9]+\s*", answer.text):
            abort(502)
        return {"number": int(answer.text)}, 201

    @app.get("/status")
    def status():
        return {"site": site(), "up": servers().ask("GET", site(), "/") is not None}

    @app.get("/neighbours")
    def neighbours():
        this = site()
        return [other for other in sites if other != this]

    return app
