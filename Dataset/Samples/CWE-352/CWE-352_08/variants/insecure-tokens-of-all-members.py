import secrets

from flask import Flask, Response, abort, jsonify, redirect, render_template_string, request, session

LOGIN_PAGE = """<!doctype html><title>Log in</title>
<form action="/login" method="post">
  <input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

PHOTOS_PAGE = """<!doctype html><title>Your photograph</title>
<form action="/photos" method="post" enctype="multipart/form-data">
  <input type="hidden" name="token" value="{{ session.token }}">
  <input type="file" name="photo"> <input name="caption"> <button>Upload</button>
</form>"""

PREVIEW_PAGE = """<!doctype html><title>Preview</title>
<h2>{{ caption }}</h2> <img src="/draft">
{% for action, text in [("/enter", "Enter it"), ("/discard", "Discard")] %}
<form action="{{ action }}" method="post">
  <input type="hidden" name="token" value="{{ session.token }}"> <button>{{ text }}</button>
</form>
{% endfor %}"""


def create_app(members):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    drafts, calendar, tokens = {}, [], set()

    @app.before_request
    def check():
        if request.path in ("/login", "/calendar"):
            return None
        if "name" not in session:
            return redirect("/login")
        if request.method == "POST" and request.form.get("token") not in tokens:
            abort(403)

    @app.get("/login")
    def login_page():
        return render_template_string(LOGIN_PAGE)

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        if name not in members or members[name] != request.form.get("password"):
            return "Wrong name or password", 401
        session.clear()
        session["name"] = name
        session["token"] = secrets.token_hex(16)
        tokens.add(session["token"])
        return redirect("/photos")

    @app.get("/photos")
    def photos():
        return render_template_string(PHOTOS_PAGE)

    @app.post("/photos")
    def upload():
        photo = request.files.get("photo")
        if photo is None or not photo.filename:
            return "There is no photograph", 400
        drafts[session["name"]] = (photo.read(), request.form.get("caption", ""))
        return redirect("/preview")

    @app.get("/preview")
    def preview():
        if session["name"] not in drafts:
            return redirect("/photos")
        return render_template_string(PREVIEW_PAGE, caption=drafts[session["name"]][1])

    @app.get("/draft")
    def draft():
        if session["name"] not in drafts:
            abort(404)
        return Response(drafts[session["name"]][0], mimetype="image/jpeg")

    @app.post("/enter")
    def enter():
        if session["name"] in drafts:
            photo, caption = drafts.pop(session["name"])
            calendar.append({"member": session["name"], "caption": caption, "size": len(photo)})
        return redirect("/photos")

    @app.post("/discard")
    def discard():
        drafts.pop(session["name"], None)
        return redirect("/photos")

    @app.get("/calendar")
    def entered():
        return jsonify(calendar)

    return app
