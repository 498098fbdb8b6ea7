import hmac
import secrets

from flask import Flask, Response, jsonify, redirect, request, session
from markupsafe import Markup


def create_app(members):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
    drafts = {}         # member: (bytes, caption)
    calendar = []

    def form(action, body, button, kind=""):
        """A form with the token of this session."""
        if "token" not in session:
            session["token"] = secrets.token_urlsafe(32)
        return Markup(
            '<form action="{}" method="post"{}>'
            '<input type="hidden" name="token" value="{}">{}'
            '<button>{}</button></form>').format(action, kind, session["token"], body, button)

    def genuine():
        sent, own = request.form.get("token"), session.get("token")
        if not sent or not own:
            return False
        return hmac.compare_digest(sent.encode("utf-8", "replace"), own.encode())

    @app.before_request
    def logged_in():
        if request.path not in ("/login", "/calendar") and session.get("member") not in members:
            return redirect("/login")

    @app.get("/login")
    def login_form():
        return "<!doctype html>" + form(
            "/login", Markup('<input name="name"><input name="password" type="password">'),
            "Log in")

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        known = members.get(name)
        if known is None or not hmac.compare_digest(
                known.encode("utf-8", "replace"), password.encode("utf-8", "replace")):
            return "Wrong name or password", 401
        if "member" in session:
            session.clear()         # whoever was here: her token is worth nothing now
        session["member"] = name
        return redirect("/photos")

    @app.get("/photos")
    def photos_form():
        return "<!doctype html>" + form(
            "/photos", Markup('<input type="file" name="photo"><input name="caption">'),
            "Upload", Markup(' enctype="multipart/form-data"'))

    @app.post("/photos")
    def photos():
        member = session["member"]
        if not genuine():
            return "Please use our form", 403
        photo = request.files.get("photo")
        if photo is None or not photo.filename:
            return "No photograph", 400
        drafts[member] = photo.read(), request.form.get("caption", "")
        return redirect("/preview")

    @app.get("/preview")
    def preview():
        member = session["member"]
        if member not in drafts:
            return redirect("/photos")
        _, caption = drafts[member]
        page = Markup("<!doctype html><h2>{}</h2><img src=\"/draft\">").format(caption)
        return (page + form("/enter", "", "Enter it")
                + form("/discard", "", "Discard"))

    @app.get("/draft")
    def draft():
        if session["member"] not in drafts:
            return "No draft", 404
        return Response(drafts[session["member"]][0], mimetype="image/jpeg")

    @app.post("/enter")
    def enter():
        member = session["member"]
        if not genuine():
            return "Please use our form", 403
        if member in drafts:
            data, caption = drafts.pop(member)
            calendar.append({"member": member, "caption": caption, "size": len(data)})
        return redirect("/photos")

    @app.post("/discard")
    def discard():
        if not genuine():
            return "Please use our form", 403
        drafts.pop(session["member"], None)
        return redirect("/photos")

    @app.get("/calendar")
    def show_calendar():
        return jsonify(calendar)

    return app
