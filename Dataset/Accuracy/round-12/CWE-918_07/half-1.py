"""One application for all sites of the cider guilds."""
import requests
from flask import Flask, Response, abort, g, jsonify, request
from werkzeug.sansio.utils import host_is_trusted

PORT = 8080
TIMEOUT = 10


def create_app(sites):
    app = Flask(__name__)
    sites = list(sites)

    @app.before_request
    def which_site():
        """The site that the request is for.

        Werkzeug reads host and port more strictly than we could: anything but
        the plain form with one of our names, a list or a user name, is refused.
        """
        host = request.headers.get("X-Forwarded-Host")
        if host is None:
            host = request.headers.get("Host", "")
        host = host.lower()
        if not host_is_trusted(host, sites):
            abort(404)
        g.site = host.partition(":")[0]

    def ask(path, **what):
        """The answer of the notes server, or None."""
        with requests.Session() as session:
            session.trust_env = False           # no proxies, no .netrc
            try:
                answer = session.request(what.pop("method", "GET"), f"http://{g.site}:{PORT}{path}",
                                         allow_redirects=False, timeout=TIMEOUT, **what)
            except requests.RequestException:
                return None
        return answer if answer.status_code == 200 else None

    @app.get("/notes/<int:number>")
    def note(number):
        answer = ask(f"/notes/{number}")
        if answer is None:
            abort(502)
        return Response(answer.content, mimetype="text/plain")

    @app.post("/notes")
    def new_note():
        answer = ask("/notes", method="POST", data=request.get_data(),
                     headers={"Content-Type": "text/plain; charset=utf-8"})
        try:
            number = int(answer.text)
        except (AttributeError, ValueError):
            abort(502)
        return jsonify(number=number), 201

    @app.get("/status")
    def status():
        return jsonify(site=g.site, up=ask("/") is not None)

    @app.get("/neighbours")
    def neighbours():
        return jsonify([site for site in sites if site != g.site])

    return app
