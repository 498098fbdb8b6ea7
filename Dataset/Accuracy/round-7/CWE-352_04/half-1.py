import secrets

from flask import Flask, abort, redirect, render_template_string, request, session
from itsdangerous import BadSignature, URLSafeTimedSerializer

LOGIN = """<!doctype html><title>Log in</title>
<form action="/login" method="post">
<input type="hidden" name="token" value="{{ token }}">
<input name="name"> <input name="password" type="password"> <button>Log in</button>
</form>"""

DIARY = """<!doctype html><title>Diary</title><h1>{{ name }}</h1>
<ul>{% for night in nights %}<li>{{ night }}</li>{% endfor %}</ul>
<form action="/diary" method="post"><input type="hidden" name="token" value="{{ token }}">
<input type="text" name="night" value=""> <button>Save</button></form>
<form action="/logout" method="post"><input type="hidden" name="token" value="{{ token }}">
<button>Log out</button></form>"""


def create_app(patients):
    app = Flask(__name__)
    app.secret_key = secrets.token_bytes(32)
    diaries = {name: [] for name in patients}
    signer = URLSafeTimedSerializer(app.secret_key, salt="login-form")

    def check_session_token():
        expected = session.get("token")
        if not expected or not secrets.compare_digest(expected.encode(), request.form.get("token", "").encode()):
            abort(403)

    def login_page(status=200):
        return render_template_string(LOGIN, token=signer.dumps(secrets.token_hex(8))), status

    @app.get("/login")
    def login_form():
        return login_page()

    @app.post("/login")
    def login():
        try:
            signer.loads(request.form.get("token", ""), max_age=3600)
        except BadSignature:
            abort(403)
        name = request.form.get("name", "")
        if name not in patients or patients[name] != request.form.get("password"):
            return login_page(401)
        session.clear()
        session["name"] = name
        session["token"] = secrets.token_urlsafe(24)
        return redirect("/diary")

    @app.get("/diary")
    def diary():
        if "name" not in session:
            return redirect("/login")
        return render_template_string(DIARY, name=session["name"], nights=diaries[session["name"]],
                                      token=session["token"])

    @app.post("/diary")
    def write():
        if "name" not in session:
            return redirect("/login")
        check_session_token()
        diaries[session["name"]].append(request.form.get("night", ""))
        return redirect("/diary")

    @app.post("/logout")
    def logout():
        if "name" in session:
            check_session_token()
            session.clear()
        return redirect("/login")

    return app
