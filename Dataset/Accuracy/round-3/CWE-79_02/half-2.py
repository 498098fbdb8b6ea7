import re

from flask import Flask, redirect, render_template_string, request

WEBSITE = re.compile(r"^https?://\S+$", re.IGNORECASE | re.MULTILINE)

PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Musicians</title></head>
<body>
{% if wanted is not none %}<h2>{{ wanted }}</h2>{% endif %}
<ul>
{% for m in members %}
<li>{% if m.website %}<a href="{{ m.website }}">{{ m.name }}</a>{% else %}{{ m.name }}{% endif %}: {{ m.instrument }}</li>
{% endfor %}
</ul>
</body>
</html>"""


def create_app():
    app = Flask(__name__)
    members = []

    @app.route("/members", methods=["POST"])
    def add():
        member = {field: request.form.get(field, "") for field in ("name", "instrument", "website")}
        if not WEBSITE.search(member["website"]):
            member["website"] = ""
        members.append(member)
        return redirect("/")

    @app.route("/")
    def index():
        wanted = request.args.get("instrument")
        shown = [m for m in members if wanted is None or m["instrument"] == wanted]
        return render_template_string(PAGE, members=shown, wanted=wanted)

    return app
