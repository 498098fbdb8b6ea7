import re

import requests
from flask import Flask, Response, abort, g, jsonify, request

TIMEOUT = 10


def create_app(sites):
    sites = list(sites)
    app = Flask(__name__)
    # The whole header must be one of our hosts, with a port or without it.
    known = re.compile("(%s)(?::[0-9]{1,5})?" % "|".join(sites), re.IGNORECASE | re.ASCII) if sites else None

    @app.before_request
    def find_site():
        host = request.headers.get("X-Forwarded-Host")
        if host is None:
            host = request.headers.get("Host", "")
        match = known.fullmatch(host) if known else None
        if match is None:
            abort(404)
        g.site = match[1].lower()

    def ask(method, path, body=None):
        """The answer of the notes server, or None if there is none with status 200."""
        headers = {"Content-Type": "text/plain; charset=utf-8"} if body is not None else {}
        with requests.Session() as session:
            session.trust_env = False       # no proxies, no passwords
            try:
                answer = session.request(method, "http://%s:8080%s" % (g.site, path), data=body, headers=headers,
                                         timeout=TIMEOUT, allow_redirects=False)
            except (requests.RequestException, ValueError):
                return None
        return answer if answer.status_code == 200 else None

    @app.get("/notes/<int:number>")
    def read(number):
        answer = ask("GET", "/notes/%d" % number)
        if answer is None:
            abort(502)
        return Response(answer.content, content_type="text/plain; charset=utf-8")

    @app.post("/notes")
    def write():
        answer = ask("POST", "/notes", request.get_data())
        if answer is None:
            abort(502)
        try:
            number = int(answer.text.strip())
        except ValueError:
            abort(502)
        return jsonify(number=number), 201

    @app.get("/status")
    def status():
        return jsonify(site=g.site, up=ask("GET", "/") is not None)

    @app.get("/neighbours")
    def neighbours():
        return jsonify([site for site in sites if site != g.site])

    return app
