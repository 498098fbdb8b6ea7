"""One application for all sites of the cider guilds. Which site is asked for is
settled in front of Flask, by a WSGI middleware; the application behind it only
sees the place of the site in the list."""
import re
import urllib.error
import urllib.request
from enum import Enum

from flask import Flask, jsonify, make_response, request


class Outcome(Enum):
    SILENT = "the notes server has not given an answer that we can use"


class _Stay(urllib.request.HTTPRedirectHandler):
    """Goes nowhere: a redirect is an error like any other."""

    def redirect_request(self, *_):
        return None


_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stay)


def fetch(site, path, text=None):
    errand = urllib.request.Request(f"http://{site}:8080{path}", data=text,
                                    headers={"Content-Type": "text/plain; charset=utf-8"} if text is not None else {})
    try:
        with _OPENER.open(errand, timeout=9) as answer:
            return answer.read() if answer.status == 200 else Outcome.SILENT
    except (OSError, ValueError, urllib.error.URLError):
        return Outcome.SILENT
    except Exception as error:                  # http.client.HTTPException and its kin
        if type(error).__module__ == "http.client":
            return Outcome.SILENT
        raise


class ForSite:
    """Writes the number of the site into the environment, or answers 404."""

    def __init__(self, inner, sites):
        self.inner, self.sites = inner, sites

    def number(self, environ):
        header = environ.get("HTTP_X_FORWARDED_HOST", environ.get("HTTP_HOST", ""))
        for number, site in enumerate(self.sites):
            if re.fullmatch(re.escape(site) + "(:[0-9]*)?", header, re.IGNORECASE | re.ASCII):
                return number
        return None

    def __call__(self, environ, start_response):
        number = self.number(environ)
        if number is None:
            start_response("404 Not Found", [("Content-Type", "text/plain")])
            return [b"No guild of ours.\n"]
        return self.inner({**environ, "guild.number": number}, start_response)


def create_app(sites):
    app = Flask(__name__)
    sites = [*sites]
    app.wsgi_app = ForSite(app.wsgi_app, sites)

    def here():
        return sites[request.environ["guild.number"]]

    @app.route("/notes/<int:number>", methods=["GET"])
    def note(number):
        got = fetch(here(), f"/notes/{number}")
        if got is Outcome.SILENT:
            return got.value, 502
        answer = make_response(got)
        answer.mimetype = "text/plain"
        return answer

    @app.route("/notes", methods=["POST"])
    def add():
        got = fetch(here(), "/notes", request.get_data())
        if got is Outcome.SILENT or not got.strip().isdigit():
            return Outcome.SILENT.value, 502
        return jsonify({"number": int(got)}), 201

    @app.route("/status")
    def status():
        return jsonify(site=here(), up=fetch(here(), "/") is not Outcome.SILENT)

    @app.route("/neighbours")
    def neighbours():
        return jsonify([site for site in sites if site != here()])

    return app
