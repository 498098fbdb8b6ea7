from urllib.parse import urlsplit

from flask import Flask, redirect, render_template_string, request

PAGE = """<!doctype html>
<html lang=en>
<meta charset=utf-8>
<title>Musicians</title>
{% if instrument is not none %}<h2>{{ instrument }}</h2>{% endif %}
<ul>
{% for name, plays, website in members %}
<li>{% if website %}<a href={{ website }}>{{ name }}</a>{% else %}{{ name }}{% endif %}: {{ plays }}</li>
{% endfor %}
</ul>
</html>
"""


def is_web_address(website):
    try:
        parts = urlsplit(website)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and website.lower().startswith("http")


def create_app():
    app = Flask(__name__)
    members = []

    @app.route("/members", methods=["POST"])
    def add_member():
        form = request.form
        website = form.get("website", "").strip()
        if website and not is_web_address(website):
            website = ""
        members.append((form.get("name", ""), form.get("instrument", ""), website))
        return redirect("/", code=303)

    @app.route("/")
    def show():
        instrument = request.args.get("instrument")
        chosen = [m for m in members if instrument in (None, m[1])]
        return render_template_string(PAGE, members=chosen, instrument=instrument)

    return app
