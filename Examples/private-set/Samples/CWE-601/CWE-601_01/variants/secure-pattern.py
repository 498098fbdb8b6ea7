import re
import secrets

from flask import Flask, Response, redirect, render_template_string, request, session

FORM = """<!doctype html>
<title>Sign in</title>
<form method="post" action="/login">
  <input name="name">
  <input name="password" type="password">
  <input name="next" type="hidden" value="{{ next }}">
  <button>Sign in</button>
</form>
"""


OWN_PAGE = re.compile(r"/(?![/\\])[^\x00-\x1f\x7f]*")


def page_after_login(target):
    return target if OWN_PAGE.fullmatch(target) else "/plots"


def create_app(members):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)

    def form(target):
        return render_template_string(FORM, next=target)

    @app.get("/login")
    def show_form():
        return form(request.args.get("next", ""))

    @app.post("/login")
    def sign_in():
        name = request.form.get("name", "")
        password = request.form.get("password", "")
        target = request.form.get("next", "")
        if name not in members or not secrets.compare_digest(
            members[name].encode(), password.encode()
        ):
            return form(target), 401
        session["member"] = name
        return redirect(page_after_login(target))

    @app.get("/me")
    def me():
        if "member" not in session:
            return "nobody is signed in", 401
        return Response(session["member"], mimetype="text/plain")

    return app
