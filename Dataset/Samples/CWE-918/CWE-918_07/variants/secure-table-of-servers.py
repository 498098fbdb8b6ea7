import http.client

from flask import Flask, g, jsonify, make_response, request


class Notes:
    """The notes server of one site."""

    def __init__(self, site):
        self.site = site

    def ask(self, method, path, body=None):
        connection = http.client.HTTPConnection(self.site, 8080, timeout=5)
        try:
            connection.request(method, path, body, {"Content-Type": "text/plain"} if body is not None else {})
            answer = connection.getresponse()
            return answer.read() if answer.status == 200 else None
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()


def create_app(sites):
    app = Flask("guilds")
    table = {}
    for site in sites:
        table[site] = Notes(site)

    @app.before_request
    def find_site():
        host = request.headers.get("X-Forwarded-Host")
        if host is None:
            host = request.headers.get("Host", "")
        name = host[: host.find(":")] if ":" in host else host
        g.notes = table.get(name.lower())
        if g.notes is None:
            return make_response("no such site", 404)

    @app.route("/notes/<int:number>")
    def note(number):
        text = g.notes.ask("GET", f"/notes/{number:d}")
        if text is None:
            return "", 502
        return text, {"Content-Type": "text/plain"}

    @app.route("/notes", methods=["POST"])
    def new_note():
        text = g.notes.ask("POST", "/notes", request.data)
        if text is None:
            return "", 502
        return {"number": int(text)}, 201

    @app.route("/status")
    def status():
        return {"site": g.notes.site, "up": g.notes.ask("GET", "/") is not None}

    @app.route("/neighbours")
    def neighbours():
        return jsonify([site for site in table if site != g.notes.site])

    return app
