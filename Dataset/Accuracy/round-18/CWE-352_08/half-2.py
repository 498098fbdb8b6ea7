import secrets
from dataclasses import dataclass, field

from flask import Flask, Response, abort, jsonify, redirect, render_template_string, request, session

LOGIN = """<!doctype html><title>Log in</title>
<form action="/login" method="post"><input name="name"><input type="password" name="password">
<button>Log in</button></form>"""
PHOTOS = """<!doctype html><title>Photographs</title>
<form action="/photos" method="post" enctype="multipart/form-data">
<input type="hidden" name="token" value="{{ token }}">
<input type="file" name="photo"><input name="caption"><button>Upload</button></form>"""
PREVIEW = """<!doctype html><title>Preview</title>
<h2>{{ draft.caption }}</h2><img src="/draft">
{% for to, label in (("/enter", "Enter it"), ("/discard", "Discard")) %}
<form action="{{ to }}" method="post"><input type="hidden" name="token" value="{{ token }}">
<input type="hidden" name="draft" value="{{ draft.id }}"><button>{{ label }}</button></form>
{% endfor %}"""


@dataclass
class Draft:
    photo: bytes
    caption: str
    id: str = field(default_factory=lambda: secrets.token_hex(16))


def create_app(members):
    app = Flask(__name__)
    app.secret_key = secrets.token_hex(32)
    drafts = {}
    entered = []

    def form_token():
        """The token that the forms of this login have in them."""
        if "token" not in session:
            session["token"] = secrets.token_urlsafe(32)
        return session["token"]

    def check_token():
        expected = session.get("token", "")
        given = request.form.get("token", "")
        if not secrets.compare_digest(expected.encode(), given.encode()):
            session.pop("token", None)          # nobody guesses twice: the next form gets a new one
            abort(403)

    def own_draft():
        """The draft which the form was about, if it still is the member's."""
        draft = drafts.get(session["member"])
        if draft is not None and request.form.get("draft") != draft.id:
            abort(409)
        return draft

    @app.before_request
    def guard():
        if request.endpoint in ("login", "calendar"):
            return None
        if session.get("member") not in members:
            return redirect("/login")
        if request.method == "POST":
            check_token()

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return LOGIN
        name = request.form.get("name", "")
        if name not in members or members[name] != request.form.get("password"):
            return LOGIN, 401
        session.clear()
        session["member"] = name
        form_token()
        return redirect("/photos")

    @app.get("/photos")
    def photos():
        return render_template_string(PHOTOS, token=form_token())

    @app.post("/photos")
    def upload():
        photo = request.files.get("photo")
        if not photo or not photo.filename:
            abort(400)
        drafts[session["member"]] = Draft(photo.read(), request.form.get("caption", ""))
        return redirect("/preview")

    @app.get("/preview")
    def preview():
        draft = drafts.get(session["member"])
        if draft is None:
            return redirect("/photos")
        return render_template_string(PREVIEW, draft=draft, token=form_token())

    @app.get("/draft")
    def draft():
        mine = drafts.get(session["member"])
        return Response(mine.photo, mimetype="image/jpeg") if mine else abort(404)

    @app.post("/enter")
    def enter():
        mine = own_draft()
        if mine:
            entered.append({"member": session["member"], "caption": mine.caption, "size": len(mine.photo)})
            del drafts[session["member"]]
        return redirect("/photos")

    @app.post("/discard")
    def discard():
        if own_draft():
            del drafts[session["member"]]
        return redirect("/photos")

    @app.get("/calendar")
    def calendar():
        return jsonify(entered)

    return app
