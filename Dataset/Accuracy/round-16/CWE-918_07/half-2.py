import http.client
import re
import urllib.error
import urllib.request

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import BadGateway, NotFound

HOST = re.compile(r"([a-z0-9.-]+)(?::[0-9]+)?", re.ASCII)


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect counts as an error, whatever its kind."""

    def http_error_302(self, req, fp, code, msg, headers):
        return None

    http_error_301 = http_error_303 = http_error_307 = http_error_302


# neither redirects nor proxies from the environment
OPENER = urllib.request.build_opener(NoRedirects, urllib.request.ProxyHandler({}))


def create_app(sites):
    app = Flask(__name__, static_folder=None)
    known = {site: site for site in sites}

    def here():
        """The site that was asked for, as it is written in our own list."""
        asked = request.headers.get("X-Forwarded-Host", request.headers.get("Host", ""))
        match = HOST.fullmatch(asked.lower())
        if match is None or match[1] not in known:
            raise NotFound()
        return known[match[1]]

    def fetch(site, path, data=None):
        asked = urllib.request.Request(f"http://{site}:8080{path}", data=data)
        if data is not None:
            asked.add_header("Content-Type", "text/plain; charset=utf-8")
        try:
            with OPENER.open(asked, timeout=8) as answer:
                if answer.status != 200:
                    raise BadGateway()
                return answer.read()
        except (OSError, http.client.HTTPException, ValueError):
            raise BadGateway()

    @app.route("/notes/<int:number>", methods=["GET"])
    def get_note(number):
        return Response(fetch(here(), f"/notes/{number}"), mimetype="text/plain")

    @app.route("/notes", methods=["POST"])
    def new_note():
        body = fetch(here(), "/notes", request.get_data())
        try:
            return jsonify({"number": int(body)}), 201
        except ValueError:
            raise BadGateway()

    @app.route("/status", methods=["GET"])
    def status():
        site = here()
        try:
            fetch(site, "/")
            up = True
        except BadGateway:
            up = False
        return jsonify({"site": site, "up": up})

    @app.route("/neighbours", methods=["GET"])
    def neighbours():
        site = here()
        return jsonify([one for one in sites if one != site])

    return app
