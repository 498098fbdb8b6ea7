from html import escape
from urllib.parse import urlsplit

from flask import Flask, redirect, request


def web_address(website):
    """Return the address if it is empty or one of http or https, else raise ValueError."""
    if website and (urlsplit(website).scheme not in ("http", "https")
                    or not website.lower().startswith(("http://", "https://"))):
        raise ValueError(f"The address {website} does not begin with http:// or https://.")
    return website


def create_app():
    app = Flask(__name__)
    members = []

    @app.post("/members")
    def add():
        try:
            website = web_address(request.form.get("website", ""))
        except ValueError as error:
            return f"<!doctype html><title>Refused</title><p>{error}</p>", 400
        members.append((request.form.get("name", ""), request.form.get("instrument", ""), website))
        return redirect("/")

    @app.get("/")
    def index():
        wanted = request.args.get("instrument")
        page = ["<!doctype html>", "<title>Musicians</title>"]
        if wanted is not None:
            page.append(f"<h2>{escape(wanted)}</h2>")
        page.append("<ul>")
        for name, instrument, website in members:
            if wanted is None or instrument == wanted:
                label = escape(name)
                if website:
                    label = f'<a href="{escape(website)}">{label}</a>'
                page.append(f"<li>{label} &ndash; {escape(instrument)}</li>")
        page.append("</ul>")
        return "\n".join(page)

    return app
