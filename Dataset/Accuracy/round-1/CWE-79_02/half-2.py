import re

from flask import Flask, redirect, render_template_string, request

PAGE = """<!doctype html>
<html><head><meta charset=utf-8><title>Play together</title></head><body>
{%- if instrument is not none %}
<h2>{{ instrument }}</h2>
{%- endif %}
<ul>
{%- for member in members %}
  <li>
  {%- if member.website %}<a href={{ member.website }} target=_blank>{{ member.name }}</a>
  {%- else %}{{ member.name }}
  {%- endif %} ({{ member.instrument }})</li>
{%- endfor %}
</ul>
</body></html>"""

WEB = re.compile(r"https?://[^/?#].*", re.IGNORECASE | re.DOTALL)


def create_app():
    app = Flask(__name__)
    app.config["MEMBERS"] = []

    @app.route("/members", methods=["POST"])
    def add_member():
        website = request.form.get("website", "").strip()
        app.config["MEMBERS"].append({
            "name": request.form.get("name", ""),
            "instrument": request.form.get("instrument", ""),
            "website": website if WEB.fullmatch(website) else None,
        })
        return redirect("/", code=303)

    @app.route("/")
    def index():
        instrument = request.args.get("instrument")
        members = app.config["MEMBERS"]
        if instrument is not None:
            members = [m for m in members if m["instrument"] == instrument]
        return render_template_string(PAGE, members=members, instrument=instrument)

    return app
