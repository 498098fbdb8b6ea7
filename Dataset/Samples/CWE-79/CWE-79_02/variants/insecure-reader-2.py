from flask import Flask, redirect, render_template_string, request

PAGE = """<!doctype html>
<html>
<head><title>Members</title></head>
<body>
<h1>Members</h1>
{% if instrument is not none %}<h2>{{ instrument }}</h2>{% endif %}
<ul>
{% for m in members %}
<li>{% if m.website %}<a href="{{ m.website }}">{{ m.name }}</a>{% else %}{{ m.name }}{% endif %} ({{ m.instrument }})</li>
{% endfor %}
</ul>
</body>
</html>
"""


def create_app():
    app = Flask(__name__)
    members = []

    @app.post("/members")
    def add_member():
        members.append({
            "name": request.form["name"],
            "instrument": request.form["instrument"],
            "website": request.form.get("website", ""),
        })
        return redirect("/")

    @app.get("/")
    def index():
        instrument = request.args.get("instrument")
        shown = members
        if instrument is not None:
            shown = [m for m in members if m["instrument"] == instrument]
        return render_template_string(PAGE, members=shown, instrument=instrument)

    return app
