import re

from flask import Flask, jsonify, redirect, render_template_string, request, url_for

ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
TEMPLATE = """
<html><head><title>Find a musician</title></head><body>
<h1>Find a musician</h1>
{%- if instrument %}<h2>{{ instrument|e }}</h2>{% endif -%}
<ul>
{%- for m in members %}
<li>{% if m.website %}<a href="{{ m.website|e }}">{{ m.name|e }}</a>{% else %}<b>{{ m.name|e }}</b>{% endif %}:
<i>{{ m.instrument|e }}</i></li>
{%- endfor %}
</ul></body></html>
"""


def create_app():
    app = Flask(__name__)
    app.config["MEMBERS"] = []

    @app.post("/members")
    def members():
        website = request.form.get("website", "").strip()
        if website and not ADDRESS.fullmatch(website):
            return jsonify({"error": "invalid website"}), 422
        app.config["MEMBERS"].append(
            {"name": request.form["name"], "instrument": request.form["instrument"], "website": website}
        )
        return redirect(url_for("index"))

    @app.get("/")
    def index():
        found = app.config["MEMBERS"]
        instrument = request.args.get("instrument")
        if instrument:
            found = [m for m in found if m["instrument"] == instrument]
        return render_template_string(TEMPLATE, members=found, instrument=instrument)

    return app
