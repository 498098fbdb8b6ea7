import hmac
import os
import random

from flask import Flask, Response, abort, jsonify, redirect, render_template_string, request, session

LOGIN = """<!doctype html><title>Login</title>
<form action="/login" method="post"><input name="name"><input type="password" name="password">
<button>Log in</button></form>"""

PHOTOS = """<!doctype html><title>Photos</title>
<form action="/photos" method="post" enctype="multipart/form-data">
<input type="hidden" name="csrf" value="{{ csrf }}">
<input type="file" name="photo"><input type="text" name="caption"><button>Upload</button></form>"""

PREVIEW = """<!doctype html><title>Preview</title><h2>{{ caption }}</h2><img src="/draft" alt="">
<form action="/enter" method="post"><input type="hidden" name="csrf" value="{{ csrf }}">
<input type="hidden" name="draft" value="{{ number }}"><button>Enter it</button></form>
<form action="/discard" method="post"><input type="hidden" name="csrf" value="{{ csrf }}">
<input type="hidden" name="draft" value="{{ number }}"><button>Discard</button></form>"""


def create_app(members):
    app = Flask(__name__, static_folder=None)
    app.secret_key = os.urandom(32)
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
    source = random.Random(os.urandom(32))       # never begins alike
    drafts = {}
    calendar = []

    def new_token():
        return f"{source.getrandbits(128):032x}"

    def member():
        name = session.get("member")
        return name if name in members else None

    def check():
        sent = request.form.get("csrf", "")
        if not session.get("csrf") or not hmac.compare_digest(sent.encode("utf-8", "replace"),
                                                              session["csrf"].encode()):
            abort(403)

    @app.before_request
    def guard():
        if request.path in ("/login", "/calendar") or request.endpoint is None:
            return
        if member() is None:
            return redirect("/login")
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            check()

    @app.after_request
    def headers(answer):
        answer.headers["Content-Security-Policy"] = "frame-ancestors 'none'"
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @app.route("/login", methods=["GET", "POST"])
    def login():
        if request.method == "GET":
            return LOGIN
        name, password = request.form.get("name", ""), request.form.get("password", "")
        if members.get(name) is None or members[name] != password:
            abort(401)
        session.clear()
        session["member"] = name
        session["csrf"] = new_token()
        return redirect("/photos")

    @app.route("/photos", methods=["GET", "POST"])
    def photos():
        if request.method == "GET":
            return render_template_string(PHOTOS, csrf=session["csrf"])
        photo = request.files.get("photo")
        if not photo:
            abort(400)
        drafts[member()] = {"number": os.urandom(16).hex(), "data": photo.read(),
                            "caption": request.form.get("caption", "")}
        return redirect("/preview")

    @app.get("/preview")
    def preview():
        draft = drafts.get(member())
        if draft is None:
            return redirect("/photos")
        return render_template_string(PREVIEW, csrf=session["csrf"], **draft)

    @app.get("/draft")
    def show():
        draft = drafts.get(member())
        if draft is None:
            abort(404)
        return Response(draft["data"], mimetype="image/jpeg")

    def finish():
        """The draft, if it is the one that the form was about."""
        draft = drafts.get(member())
        if draft is not None and draft["number"] == request.form.get("draft"):
            return drafts.pop(member())
        return None

    @app.post("/enter")
    def enter():
        draft = finish()
        if draft is not None:
            calendar.append({"member": member(), "caption": draft["caption"], "size": len(draft["data"])})
        return redirect("/photos")

    @app.post("/discard")
    def discard():
        finish()
        return redirect("/photos")

    @app.get("/calendar")
    def show_calendar():
        return jsonify(calendar)

    return app
