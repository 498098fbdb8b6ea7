from urllib.parse import urlsplit

from flask import Flask, abort, redirect, render_template_string, request

PAGE = """<!doctype html>
<title>Musicians</title>
{% if instrument is not none %}<h2>{{ instrument }}</h2>{% endif %}
<ul>
{% for member in members %}
  <li>
    {% if member.website %}<a href="{{ member.website }}">{{ member.name }}</a>{% else %}{{ member.name }}{% endif %}
    plays {{ member.instrument }}
  </li>
{% endfor %}
</ul>
"""


def create_app():
    app = Flask(__name__)
    members = []

    @app.post("/members")
    def add_member():
        member = {key: request.form.get(key, "") for key in ("name", "instrument", "website")}
        if member["website"] and urlsplit(member["website"]).scheme not in ("http", "https"):
            abort(400)
        members.append(member)
        return redirect("/")

    @app.get("/")
    def show_members():
        instrument = request.args.get("instrument")
        shown = [member for member in members if instrument is None or member["instrument"] == instrument]
        return render_template_string(PAGE, members=shown, instrument=instrument)

    return app
