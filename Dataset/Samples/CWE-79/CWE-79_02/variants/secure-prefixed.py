from html import escape
from urllib.parse import urlparse

from flask import Flask, make_response, redirect, request


class Directory:
    def __init__(self):
        self.entries = []

    def link(self, name, website):
        parsed = urlparse(website.strip())
        if parsed.scheme.lower() not in {"http", "https"} or not parsed.netloc:
            return escape(name)
        return '<a href="' + escape(parsed.geturl(), quote=True) + '">' + escape(name) + "</a>"

    def page(self, instrument):
        title = "" if instrument is None else "<h2>" + escape(instrument) + "</h2>"
        rows = ""
        for name, played, website in self.entries:
            if instrument is None or played == instrument:
                rows += "<li>" + self.link(name, website) + " &mdash; " + escape(played) + "</li>"
        return "<!doctype html><meta charset=utf-8>" + title + "<ul>" + rows + "</ul>"


def create_app():
    app = Flask(__name__)
    directory = Directory()

    @app.route("/members", methods=["POST"])
    def add_member():
        directory.entries.append(tuple(request.form.get(k, "") for k in ("name", "instrument", "website")))
        print("now", len(directory.entries), "members")
        return redirect("/")

    @app.route("/", methods=["GET"])
    def page():
        response = make_response(directory.page(request.args.get("instrument")))
        response.headers["Content-Type"] = "text/html; charset=utf-8"
        return response

    return app
