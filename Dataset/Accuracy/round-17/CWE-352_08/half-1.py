import hashlib
import hmac
import secrets
import threading

from flask import (Flask, Response, abort, jsonify, redirect,
                   render_template_string, request, session)

LOGIN = """<!doctype html><title>Login</title>
<form action="/login" method="post">
<input name="name"><input name="password" type="password">
<button>Log in</button></form>"""

PHOTOS = """<!doctype html><title>Photos</title>
<form action="/photos" method="post" enctype="multipart/form-data">
<input type="hidden" name="token" value="{{ token }}">
<input type="file" name="photo"><input type="text" name="caption">
<button>Upload</button></form>"""

PREVIEW = """<!doctype html><title>Preview</title>
<h2>{{ caption }}</h2><img src="/draft" alt="">
<form action="/enter" method="post">
<input type="hidden" name="token" value="{{ enter }}"><button>Enter it</button></form>
<form action="/discard" method="post">
<input type="hidden" name="token" value="{{ discard }}"><button>Discard</button></form>"""


def create_app(members):
    app = Flask(__name__, static_folder=None)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_HTTPONLY=True)
    key = secrets.token_bytes(32)
    lock = threading.Lock()
    drafts = {}      # member -> (number, caption, bytes)
    uploads = {}     # member -> how many drafts there have been
    calendar = []

    def token(purpose, member, number=""):
        """Proves that a form was made for this member, purpose and draft."""
        text = f"{purpose}:{member}{number}"
        return hmac.new(key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()

    def check(expected):
        given = request.form.get("token", "")
        if not hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode()):
            abort(403)

    @app.before_request
    def only_members():
        if request.path not in ("/login", "/calendar") and "member" not in session:
            return redirect("/login")

    @app.after_request
    def headers(response):
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Cache-Control"] = "no-store"
        return response

    @app.get("/login")
    def login_form():
        return render_template_string(LOGIN)

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        right = members.get(name)
        if right is None or not hmac.compare_digest(
                right.encode("utf-8", "replace"), password.encode("utf-8", "replace")):
            return Response("Wrong name or password", 401)
        session.clear()
        session["member"] = name
        return redirect("/photos")

    @app.get("/photos")
    def photos_form():
        return render_template_string(PHOTOS, token=token("photos", session["member"]))

    @app.post("/photos")
    def photos():
        member = session["member"]
        check(token("photos", member))
        photo = request.files.get("photo")
        if photo is None or not photo.filename:
            abort(400)
        data = photo.read()
        with lock:
            uploads[member] = uploads.get(member, 0) + 1
            drafts[member] = (uploads[member], request.form.get("caption", ""), data)
        return redirect("/preview")

    @app.get("/preview")
    def preview():
        member = session["member"]
        draft = drafts.get(member)
        if draft is None:
            return redirect("/photos")
        number, caption, _ = draft
        return render_template_string(PREVIEW, caption=caption,
                                      enter=token("enter", member, number),
                                      discard=token("discard", member, number))

    @app.get("/draft")
    def draft_bytes():
        draft = drafts.get(session["member"])
        if draft is None:
            abort(404)
        return Response(draft[2], mimetype="image/jpeg")

    def take(purpose):
        """Removes the draft if the form was shown with this very draft."""
        member = session["member"]
        with lock:
            draft = drafts.get(member)
            if draft is None:
                return None
            check(token(purpose, member, draft[0]))
            del drafts[member]
            if purpose == "enter":
                calendar.append({"member": member, "caption": draft[1], "size": len(draft[2])})

    @app.post("/enter")
    def enter():
        take("enter")
        return redirect("/photos")

    @app.post("/discard")
    def discard():
        take("discard")
        return redirect("/photos")

    @app.get("/calendar")
    def show_calendar():
        with lock:
            return jsonify(list(calendar))

    return app
