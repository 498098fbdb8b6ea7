"""The calendar of the lighthouse society."""
import hashlib
import hmac
import secrets
from collections import Counter
from functools import wraps

from flask import (Flask, Response, abort, jsonify, redirect,
                   render_template_string, request, session)

LOGIN = """<!doctype html><title>Log in</title>
<form method="post" action="/login">
<input name="name"><input name="password" type="password"><button>Log in</button>
</form>"""

PHOTOS = """<!doctype html><title>Your photograph</title>
<form method="post" action="/photos" enctype="multipart/form-data">
<input type="hidden" name="token" value="{{ token }}">
<input type="file" name="photo"><input type="text" name="caption"><button>Upload</button>
</form>"""

PREVIEW = """<!doctype html><title>Preview</title>
<h2>{{ caption }}</h2><img src="/draft" alt="">
<form method="post" action="/enter">
<input type="hidden" name="token" value="{{ token }}"><button>Enter it</button></form>
<form method="post" action="/discard">
<input type="hidden" name="token" value="{{ token }}"><button>Discard</button></form>"""


def create_app(members):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    form_key = secrets.token_bytes(32)
    drafts = {}             # member -> {"number", "photo", "caption"}
    uploads = Counter()     # member -> how many drafts there have been
    calendar = []

    def token(what):
        """Proves that a form was shown to this member, and for what.

        It belongs to the member and not to the session: she can go on at
        another computer. A preview's token is for the draft shown there alone.
        """
        text = f"{session['name']}{what}"
        return hmac.new(form_key, text.encode(), hashlib.sha256).hexdigest()

    def check(what):
        given = request.form.get("token", "")
        if not hmac.compare_digest(given.encode(), token(what).encode()):
            abort(403)

    def member_only(view):
        @wraps(view)
        def inner():
            if session.get("name") not in members:
                return redirect("/login")
            return view()
        return inner

    @app.before_request
    def known_addresses_only():
        if request.endpoint is None and session.get("name") not in members:
            return redirect("/login")

    @app.get("/login")
    def login_form():
        return render_template_string(LOGIN)

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        if name not in members or not hmac.compare_digest(
                members[name].encode(), password.encode()):
            abort(401)
        session.clear()
        session["name"] = name
        return redirect("/photos")

    @app.get("/photos")
    @member_only
    def photos_form():
        return render_template_string(PHOTOS, token=token("/photos"))

    @app.post("/photos")
    @member_only
    def upload():
        check("/photos")
        photo = request.files.get("photo")
        if photo is None or not photo.filename:
            abort(400)
        name = session["name"]
        uploads[name] += 1
        drafts[name] = {"number": uploads[name], "photo": photo.read(),
                        "caption": request.form.get("caption", "")}
        return redirect("/preview")

    @app.get("/preview")
    @member_only
    def preview():
        draft = drafts.get(session["name"])
        if draft is None:
            return redirect("/photos")
        return render_template_string(
            PREVIEW, caption=draft["caption"], token=token(draft["number"]))

    @app.get("/draft")
    @member_only
    def draft_bytes():
        draft = drafts.get(session["name"])
        if draft is None:
            abort(404)
        return Response(draft["photo"], mimetype="image/jpeg",
                        headers={"X-Content-Type-Options": "nosniff"})

    @app.post("/enter")
    @member_only
    def enter():
        draft = drafts.get(session["name"])
        if draft is not None:
            check(draft["number"])
            del drafts[session["name"]]
            calendar.append({"member": session["name"], "caption": draft["caption"],
                             "size": len(draft["photo"])})
        return redirect("/photos")

    @app.post("/discard")
    @member_only
    def discard():
        draft = drafts.get(session["name"])
        if draft is not None:
            check(draft["number"])
            del drafts[session["name"]]
        return redirect("/photos")

    @app.get("/calendar")
    def show_calendar():
        return jsonify(calendar)

    return app
