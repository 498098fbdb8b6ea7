import re

import requests
from flask import Flask, Response, abort, g, jsonify, request

HOST = re.compile(r"([A-Za-z0-9.-]+)(:[0-9]{1,5})?")

# What a visitor's browser says stays with us as far as it concerns the connection
# to us or the way here; the rest (language, type of the text, agent) goes along
# with a new note, for the logs of the guild.
NOT_PASSED_ON = {
    "host", "connection", "keep-alive", "te", "trailer", "upgrade", "expect",
    "proxy-authorization", "proxy-connection", "content-length", "accept-encoding",
    "cookie", "authorization", "forwarded", "x-forwarded-host", "x-forwarded-for",
}


def create_app(sites):
    app = Flask(__name__)
    sites = list(sites)

    @app.before_request
    def find_site():
        header = request.headers.get("X-Forwarded-Host")
        if header is None:
            header = request.host
        found = HOST.fullmatch(header)
        if not found or found[1].lower() not in sites:
            abort(404)
        # from here on only the name as it is in our own list counts
        g.site = sites[sites.index(found[1].lower())]

    def ask(method, path, **more):
        """The answer of the notes server, if there is one with status 200."""
        with requests.Session() as session:
            session.trust_env = False
            try:
                answer = session.request(method, f"http://{g.site}:8080{path}", timeout=10,
                                         allow_redirects=False, **more)
            except (requests.RequestException, ValueError):
                return None
        return answer if answer.status_code == 200 else None

    @app.get("/notes/<int:number>")
    def note(number):
        answer = ask("GET", f"/notes/{number}")
        if answer is None:
            abort(502)
        return Response(answer.content, content_type="text/plain; charset=utf-8")

    @app.post("/notes")
    def new_note():
        headers = {name: value for name, value in request.headers
                   if name.lower() not in NOT_PASSED_ON}
        answer = ask("POST", "/notes", data=request.get_data(), headers=headers)
        try:
            return jsonify(number=int(answer.text)), 201
        except (AttributeError, ValueError):
            abort(502)

    @app.get("/status")
    def status():
        return jsonify(site=g.site, up=ask("GET", "/") is not None)

    @app.get("/neighbours")
    def neighbours():
        return jsonify([site for site in sites if site != g.site])

    return app
