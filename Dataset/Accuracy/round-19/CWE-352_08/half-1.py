import hashlib
import hmac
import secrets

from flask import Flask, Response, abort, jsonify, redirect, render_template_string, request, session

LOGIN = """<!doctype html><title>Log in</title>
<form action="/login" method="post"><input name="name"><input name="password" type="password">
<button>Log in</button></form>"""
PHOTOS = """<!doctype html><title>Photographs</title>
<form action="/photos" method="post" enctype="multipart/form-data">
<input type="hidden" name="token" value="{{ token }}">
<input type="file" name="photo"><input type="text" name="caption"><button>Upload</button></form>"""
PREVIEW = """<!doctype html><title>Preview</title>
<h2>{{ caption }}</h2><img src="/draft" alt="">
<form action="/enter" method="post"><input type="hidden" name="token" value="{{ enter }}"><button>Enter it</button></form>
<form action="/discard" method="post"><input type="hidden" name="token" value="{{ discard }}"><button>Discard</button></form>"""


def create_app(members):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_HTTPONLY=True)
    key = secrets.token_bytes(32)
    drafts = {}     # member -> (number, caption, bytes)
    uploads = {}    # member -> how many drafts she has made
    calendar = []

    def token(action, member, number=""):
        """The token of one form of one member, for the draft that she sees."""
        text = f"{action}:{member}{number}"
        return hmac.new(key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()

    def check(*what):
        sent = request.form.get("token", "").encode("utf-8", "surrogatepass")
        if not hmac.compare_digest(sent, token(*what).encode()):
            abort(403)

    @app.before_request
    def logged_in():
        if request.path not in ("/login", "/calendar") and session.get("member") not in members:
            return redirect("/login")

    @app.after_request
    def headers(response):
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Content-Security-Policy"] = "frame-ancestors 'none'"
        response.headers["Cache-Control"] = "no-store"
        return response

    @app.get("/login")
    def login_form():
        return LOGIN

    @app.post("/login")
    def login():
        name, password = request.form.get("name", ""), request.form.get("password", "")
        known = members.get(name)
        if known is None or not hmac.compare_digest(known.encode(), password.encode("utf-8", "surrogatepass")):
            return "Wrong name or password", 401
        session.clear()
        session["member"] = name
        return redirect("/photos")

    @app.get("/photos")
    def photos():
        return render_template_string(PHOTOS, token=token("photos", session["member"]))

    @app.post("/photos")
    def upload():
        member = session["member"]
        check("photos", member)
        photo = request.files.get("photo")
        if photo is None or not photo.filename:
            abort(400)
        uploads[member] = uploads.get(member, 0) + 1
        drafts[member] = (uploads[member], request.form.get("caption", ""), photo.read())
        return redirect("/preview")

    @app.get("/preview")
    def preview():
        member = session["member"]
        if member not in drafts:
            return redirect("/photos")
        number, caption, _ = drafts[member]
        return render_template_string(PREVIEW, caption=caption, enter=token("enter", member, number),
                                      discard=token("discard", member, number))

    @app.get("/draft")
    def draft():
        if session["member"] not in drafts:
            abort(404)
        return Response(drafts[session["member"]][2], content_type="image/jpeg",
                        headers={"X-Content-Type-Options": "nosniff"})

    @app.post("/enter")
    def enter():
        member = session["member"]
        if member in drafts:
            check("enter", member, drafts[member][0])
            _, caption, data = drafts.pop(member)
            calendar.append({"member": member, "caption": caption, "size": len(data)})
        return redirect("/photos")

    @app.post("/discard")
    def discard():
        member = session["member"]
        if member in drafts:
            check("discard", member, drafts[member][0])
            del drafts[member]
        return redirect("/photos")

    @app.get("/calendar")
    def show():
        return jsonify(calendar)

    return app
