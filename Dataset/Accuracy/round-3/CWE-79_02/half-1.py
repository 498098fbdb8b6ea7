from urllib.parse import urlsplit

from flask import Flask, abort, redirect, request
from markupsafe import escape


def good_website(website):
    try:
        parts = urlsplit(website)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and website.lower().startswith(("http://", "https://"))


def create_app():
    app = Flask(__name__)
    members = []

    @app.post("/members")
    def add():
        name, instrument = request.form.get("name", ""), request.form.get("instrument", "")
        website = request.form.get("website", "")
        if website and not good_website(website):
            abort(400)
        members.append((name, instrument, website))
        return redirect("/", 303)

    @app.get("/")
    def show():
        wanted = request.args.get("instrument")
        page = ["<!DOCTYPE html><html><head><meta charset=utf-8><title>Musicians</title></head><body>"]
        if wanted is not None:
            page.append(f"<h2>{escape(wanted)}</h2>")
        page.append("<ul>")
        for name, instrument, website in members:
            if wanted is not None and instrument != wanted:
                continue
            label = escape(name)
            if website:
                label = f"<a href={escape(website)} rel=nofollow>{label}</a>"
            page.append(f"<li>{label}, {escape(instrument)}</li>")
        page.append("</ul></body></html>")
        return "\n".join(page)

    return app
