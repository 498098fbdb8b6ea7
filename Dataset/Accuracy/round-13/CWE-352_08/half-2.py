"""The calendar of the lighthouse society."""
import secrets

from flask import (Flask, abort, jsonify, make_response, redirect,
                   render_template_string, request, session)

PAGES = {
    "login": """<!doctype html><title>Log in</title>
<form method="post" action="/login"><p><input name="name"> <input name="password" type="password">
<button>Log in</button></form>""",
    "photos": """<!doctype html><title>Photograph</title>
<form method="post" action="/photos" enctype="multipart/form-data">
<input type="hidden" name="csrf" value="{{ session.csrf }}">
<p><input type="file" name="photo"> <input name="caption"> <button>Upload</button></form>""",
    "preview": """<!doctype html><title>Preview</title>
<h2>{{ draft.caption }}</h2><p><img src="/draft" alt="">
{% for action, label in [("/enter", "Enter it"), ("/discard", "Discard")] %}
<form method="post" action="{{ action }}">
<input type="hidden" name="csrf" value="{{ session.csrf }}">
<input type="hidden" name="draft" value="{{ draft.id }}"><button>{{ label }}</button></form>
{% endfor %}""",
}

# Addresses without login, and those whose posts must come from our own forms.
OPEN = {"/login", "/calendar"}
GUARDED = {"/photos", "/enter", "/discard"}


def create_app(members):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config["SESSION_COOKIE_HTTPONLY"] = True
    # Members type addresses by hand, often with a slash at the end.
    app.url_map.strict_slashes = False
    drafts, calendar = {}, []

    def page(name, **values):
        answer = make_response(render_template_string(PAGES[name], **values))
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["X-Frame-Options"] = "DENY"
        return answer

    @app.before_request
    def guard():
        if request.path in OPEN:
            return None
        if session.get("name") not in members:
            return redirect("/login")
        if request.method == "POST" and request.path in GUARDED:
            expected, given = session.get("csrf"), request.form.get("csrf")
            if not expected or not given or not secrets.compare_digest(
                    expected.encode(), given.encode()):
                abort(403)
        return None

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return page("login")
        name, password = request.form.get("name", ""), request.form.get("password", "")
        known = members.get(name)
        if known is None or not secrets.compare_digest(known.encode(), password.encode()):
            abort(401)
        session.clear()                 # nothing of whoever was here before
        session["name"] = name
        session["csrf"] = secrets.token_urlsafe(32)
        return redirect("/photos")

    @app.route("/photos", methods=["GET", "POST"])
    def photos():
        if request.method == "GET":
            return page("photos")
        photo = request.files.get("photo")
        if photo is None or not photo.filename:
            abort(400)
        drafts[session["name"]] = {
            "id": secrets.token_hex(8),
            "photo": photo.read(),
            "caption": request.form.get("caption", ""),
        }
        return redirect("/preview")

    @app.get("/preview")
    def preview():
        draft = drafts.get(session["name"])
        return page("preview", draft=draft) if draft else redirect("/photos")

    @app.get("/draft")
    def draft():
        mine = drafts.get(session["name"])
        if mine is None:
            abort(404)
        answer = make_response(mine["photo"])
        answer.headers["Content-Type"] = "image/jpeg"
        answer.headers["Cache-Control"] = "no-store"
        return answer

    def take():
        """The draft, if it is still the one that the form was shown for."""
        mine = drafts.get(session["name"])
        if mine and request.form.get("draft", mine["id"]) == mine["id"]:
            return drafts.pop(session["name"])
        return None

    @app.post("/enter")
    def enter():
        mine = take()
        if mine:
            calendar.append({"member": session["name"], "caption": mine["caption"],
                             "size": len(mine["photo"])})
        return redirect("/photos")

    @app.post("/discard")
    def discard():
        take()
        return redirect("/photos")

    @app.get("/calendar")
    def show():
        return jsonify(calendar)

    return app
