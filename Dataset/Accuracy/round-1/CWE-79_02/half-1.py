from urllib.parse import urlsplit

from flask import Flask, abort, redirect, render_template_string, request

PAGE = """<!doctype html>
<title>Musicians</title>
{% if instrument is not none %}<h2>{{ instrument }}</h2>{% endif %}
<ul>
{% for m in members %}
<li>{% if m.website %}<a href="{{ m.website }}" rel="nofollow">{{ m.name }}</a>{% else %}{{ m.name }}{% endif %}, {{ m.instrument }}</li>
{% endfor %}
</ul>"""


def create_app():
    app = Flask(__name__)
    members = []

    def check_website(address):
        if address and urlsplit(address).scheme not in ("http", "https"):
            abort(400, "the website must begin with http:// or https://")

    @app.post("/members")
    def add():
        check_website(request.form.get("website", ""))
        member = {"name": "", "instrument": "", "website": ""}
        for field, value in request.form.items(multi=True):
            if field in member:
                member[field] = value
        members.append(member)
        return redirect("/")

    @app.get("/")
    def show():
        instrument = request.args.get("instrument")
        shown = [m for m in members if instrument is None or m["instrument"] == instrument]
        return render_template_string(PAGE, members=shown, instrument=instrument)

    return app
