from flask import Flask, redirect, render_template_string, request

PAGE = """<!doctype html>
<html>
<head><meta charset=utf-8><title>Musicians</title></head>
<body>
<h1>Musicians</h1>
{% if instrument is not none %}<h2>{{ instrument }}</h2>{% endif %}
<ul>
{% for member in members %}
<li>{% if member.website %}<a href={{ member.website }} rel=nofollow>{{ member.name }}</a>
{%- else %}{{ member.name }}{% endif %} <i>{{ member.instrument }}</i></li>
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
        website = request.form.get("website", "")
        if not website.lower().startswith(("http://", "https://")):
            website = ""
        members.append({
            "name": request.form.get("name", ""),
            "instrument": request.form.get("instrument", ""),
            "website": website,
        })
        return redirect("/", code=303)

    @app.get("/")
    def show():
        instrument = request.args.get("instrument")
        shown = [m for m in members if instrument is None or m["instrument"] == instrument]
        # Flask escapes every {{ }} of a template string
        return render_template_string(PAGE, members=shown, instrument=instrument)

    return app
