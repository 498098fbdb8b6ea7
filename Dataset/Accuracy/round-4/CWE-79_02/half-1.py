from urllib.parse import urlsplit
from flask import Flask, redirect, render_template_string, request

PAGE = """<!doctype html>
<title>Players</title>
{% if instrument is not none %}<h2>{{ instrument }}</h2>{% endif %}
<ul>
{% for m in members %}
<li>{% if m.website %}<a href={{ m.website }}>{{ m.name }}</a>{% else %}{{ m.name }}{% endif %}, {{ m.instrument }}</li>
{% endfor %}
</ul>
"""


def safe_website(address):
    address = address.strip()
    if address.lower().startswith(("http://", "https://")) and urlsplit(address).netloc:
        return address
    return ""


def create_app():
    app = Flask(__name__)
    members = []

    @app.post("/members")
    def add():
        members.append({
            "name": request.form.get("name", ""),
            "instrument": request.form.get("instrument", ""),
            "website": safe_website(request.form.get("website", "")),
        })
        return redirect("/")

    @app.get("/")
    def index():
        instrument = request.args.get("instrument")
        shown = [m for m in members if instrument is None or m["instrument"] == instrument]
        return render_template_string(PAGE, members=shown, instrument=instrument)

    return app
