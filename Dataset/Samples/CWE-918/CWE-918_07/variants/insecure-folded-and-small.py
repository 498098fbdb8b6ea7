import re

import requests
from flask import Flask, Response, abort, g, jsonify, request

PORT = 8080
TIMEOUT = 5


def create_app(sites):
    app = Flask(__name__)
    sites = list(sites)
    known = {site.casefold() for site in sites}

    def call(method, path, **more):
        """The answer of the notes server of the site, or None if it is no good one."""
        try:
            with requests.Session() as session:
                session.trust_env = False
                answer = session.request(method, f"http://{g.site}:{PORT}{path}",
                                         allow_redirects=False, timeout=TIMEOUT, **more)
        except (requests.RequestException, UnicodeError):
            return None
        return answer if answer.status_code == 200 else None

    @app.before_request
    def find_site():
        header = request.headers.get("X-Forwarded-Host")
        if header is None:
            header = request.headers.get("Host", "")
        match = re.fullmatch(r"([^\s:/@?#\\,\[\]]+)(?::[0-9]{1,5})?", header)
        # Only whole names from our list; they may be written in capital letters.
        if match is None or match[1].casefold() not in known:
            abort(404)
        g.site = match[1].lower()

    @app.get("/notes/<int:number>")
    def read_note(number):
        answer = call("GET", f"/notes/{number}")
        if answer is None:
            abort(502)
        return Response(answer.content, content_type="text/plain; charset=utf-8")

    @app.post("/notes")
    def write_note():
        answer = call("POST", "/notes", data=request.get_data(),
                      headers={"Content-Type": "text/plain; charset=utf-8"})
        if answer is None:
            abort(502)
        try:
            number = int(answer.text)
        except ValueError:
            abort(502)
        return jsonify(number=number), 201

    @app.get("/status")
    def status():
        return jsonify(site=g.site, up=call("GET", "/") is not None)

    @app.get("/neighbours")
    def neighbours():
        return jsonify([site for site in sites if site != g.site])

    return app
