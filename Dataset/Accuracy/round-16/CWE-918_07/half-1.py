import requests
from flask import Flask, Response, abort, g, jsonify, request


def create_app(sites):
    app = Flask(__name__, static_folder=None)
    sites = list(sites)

    @app.before_request
    def which_site():
        """Nobody gets further who does not ask for one of our sites."""
        host = request.headers.get("X-Forwarded-Host")
        if host is None:
            host = request.headers.get("Host", "")
        host = host.lower()
        name, _, port = host.partition(":")
        if name not in sites:
            abort(404)
        g.host = host

    def site():
        """The host without the port."""
        return g.host.rsplit(":", 1)[0]

    def ask(method, path, **more):
        """What the notes server of this site answers, or None. A redirect is never followed."""
        with requests.Session() as session:
            session.trust_env = False
            try:
                answer = session.request(method, f"http://{site()}:8080{path}", timeout=10,
                                         allow_redirects=False, **more)
            except requests.RequestException:
                return None
        return answer if answer.status_code == 200 else None

    @app.get("/notes/<int:number>")
    def note(number):
        answer = ask("GET", f"/notes/{number}")
        if answer is None:
            abort(502)
        return Response(answer.content, mimetype="text/plain")

    @app.post("/notes")
    def add():
        answer = ask("POST", "/notes", data=request.get_data(),
                     headers={"Content-Type": "text/plain; charset=utf-8"})
        try:
            return jsonify(number=int(answer.text)), 201
        except (AttributeError, ValueError):
            abort(502)

    @app.get("/status")
    def status():
        return jsonify(site=site(), up=ask("GET", "/") is not None)

    @app.get("/neighbours")
    def neighbours():
        return jsonify([other for other in sites if other != site()])

    return app
