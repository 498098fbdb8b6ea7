import re
import urllib.error
import urllib.request

from flask import Flask, Response, jsonify, request


class Unavailable(Exception):
    status = 502


class Unknown(Exception):
    status = 404


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


# No proxies, no files: plain HTTP only.
OPENER = urllib.request.OpenerDirector()
for handler in (urllib.request.HTTPHandler, NoRedirect, urllib.request.HTTPErrorProcessor, urllib.request.HTTPDefaultErrorHandler):
    OPENER.add_handler(handler())


def fetch(host, path, data=None):
    wanted = urllib.request.Request(f"http://{host}:8080{path}", data=data)
    if data is not None:
        wanted.add_header("Content-Type", "text/plain; charset=utf-8")
    try:
        with OPENER.open(wanted, timeout=5) as answer:
            if answer.status != 200:
                raise Unavailable
            return answer.read()
    except OSError as error:
        raise Unavailable from error


def create_app(sites):
    app = Flask(__name__)
    known = re.compile("(" + "|".join(map(re.escape, sites)) + r")(?::\d+)?", re.IGNORECASE | re.ASCII)

    def host():
        for header in ("X-Forwarded-Host", "Host"):
            if header in request.headers:
                found = known.fullmatch(request.headers[header])
                if found is None:
                    raise Unknown
                return found[1].lower()
        raise Unknown

    @app.errorhandler(Unavailable)
    @app.errorhandler(Unknown)
    def refuse(error):
        return Response(status=error.status)

    @app.get("/notes/<int:number>")
    def show(number):
        return Response(fetch(host(), f"/notes/{number}"), mimetype="text/plain")

    @app.post("/notes")
    def add():
        return jsonify(number=int(fetch(host(), "/notes", request.get_data()))), 201

    @app.get("/status")
    def status():
        try:
            fetch(host(), "/")
        except Unavailable:
            return jsonify(site=host(), up=False)
        return jsonify(site=host(), up=True)

    @app.get("/neighbours")
    def neighbours():
        own = host()
        return jsonify(list(filter(lambda site: site != own, sites)))

    return app
