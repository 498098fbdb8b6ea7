import re

from flask import Flask, redirect, render_template_string, request

PAGE = """<!doctype html>
<title>Musicians</title>
{% if instrument is not none %}<h2>{{ instrument }}</h2>{% endif %}
<ul>
{% for m in members %}
<li>{% if m.website %}<a href="{{ m.website }}" rel="nofollow noopener">{{ m.name }}</a>{% else %}{{ m.name }}{% endif %}, {{ m.instrument }}</li>
{% endfor %}
</ul>
"""

WEB_ADDRESS = re.compile(r"^https?://\S+$", re.IGNORECASE | re.MULTILINE)


def create_app():
    app = Flask(__name__)
    members = []

    @app.post("/members")
    def add():
        website = request.form.get("website", "").strip()
        # only http and https may become links
        if not WEB_ADDRESS.search(website):
            website = ""
        members.append({
            "name": request.form.get("name", ""),
            "instrument": request.form.get("instrument", ""),
            "website": website,
        })
        return redirect("/")

    @app.get("/")
    def index():
        instrument = request.args.get("instrument")
        shown = [m for m in members if instrument is None or m["instrument"] == instrument]
        return render_template_string(PAGE, members=shown, instrument=instrument)

    return app
