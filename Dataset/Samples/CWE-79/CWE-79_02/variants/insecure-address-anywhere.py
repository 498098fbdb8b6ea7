import re

from flask import Flask, redirect, request
from markupsafe import escape


def create_app():
    app = Flask(__name__)
    members = []

    @app.route("/members", methods=["POST"])
    def add_member():
        name, instrument = request.form["name"], request.form["instrument"]
        website = request.form.get("website", "")
        if website and not re.search(r"https?://", website):
            return "Please enter a full address", 400
        members.append((name, instrument, website))
        return redirect("/")

    @app.route("/")
    def index():
        wanted = request.args.get("instrument")
        html = "" if wanted is None else f"<h2>{escape(wanted)}</h2>"
        for name, instrument, website in members:
            if wanted is not None and instrument != wanted:
                continue
            shown = f'<a href="{escape(website)}">{escape(name)}</a>' if website else escape(name)
            html += f"<li>{shown}, {escape(instrument)}</li>"
        return "<ul>" + html + "</ul>"

    return app
