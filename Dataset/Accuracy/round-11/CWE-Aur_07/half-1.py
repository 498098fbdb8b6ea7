import hashlib
import hmac
import secrets

from flask import Flask, g, jsonify, request


class Visit:
    def __init__(self):
        self.box = []
        self.name = None
        self.proof = None       # of the password with which was logged in


def create_app(accounts):
    app = Flask(__name__)
    people = {name: dict(account, orders=[]) for name, account in accounts.items()}
    visits = {}
    key = secrets.token_bytes(32)
    made = 0

    def proof(name):
        """Changes with the password, so that all visits from before are over."""
        password = people[name]["password"].encode("utf-8")
        return hmac.new(key, len(name).to_bytes(4, "big") + name.encode() + password,
                        hashlib.sha256).digest()

    def right_password(name, password):
        if not isinstance(name, str) or not isinstance(password, str) or name not in people:
            return False
        return hmac.compare_digest(people[name]["password"].encode(), password.encode())

    def find():
        visit = visits.get(request.cookies.get("visit", ""))
        if visit is None:
            return None
        if visit.name is not None and not hmac.compare_digest(visit.proof, proof(visit.name)):
            return None
        return visit

    def begin(visit):
        """Puts the visit under a new id; the one that the browser has is over."""
        visits.pop(request.cookies.get("visit", ""), None)
        g.new_id = secrets.token_urlsafe(32)
        visits[g.new_id] = visit

    @app.before_request
    def before():
        g.new_id = None
        g.data = request.get_json(silent=True)
        if not isinstance(g.data, dict):
            g.data = {}
        g.visit = find()
        if request.path in ("/me", "/order", "/password"):
            if g.visit is None or g.visit.name is None:
                return jsonify(error="not logged in"), 401

    @app.after_request
    def after(response):
        if g.get("new_id"):
            response.set_cookie("visit", g.new_id, httponly=True, samesite="Lax")
        return response

    @app.get("/box")
    def box():
        return jsonify(g.visit.box if g.visit else [])

    @app.post("/box")
    def put():
        tile = g.data.get("tile")
        if not isinstance(tile, str):
            return jsonify(error="no tile"), 400
        if g.visit is None:
            g.visit = Visit()
            begin(g.visit)
        g.visit.box.append(tile)
        return jsonify(g.visit.box)

    @app.post("/login")
    def login():
        name = g.data.get("name")
        if not right_password(name, g.data.get("password")):
            return jsonify(error="wrong name or password"), 403
        visit = g.visit or Visit()
        visit.name, visit.proof = name, proof(name)
        begin(visit)
        return jsonify(name=name)

    @app.post("/logout")
    def logout():
        begin(Visit())
        return jsonify({})

    @app.get("/me")
    def me():
        account = people[g.visit.name]
        return jsonify(name=g.visit.name, address=account["address"], orders=account["orders"])

    @app.post("/order")
    def order():
        nonlocal made
        made += 1
        done = {"order": made, "tiles": g.visit.box}
        g.visit.box = []
        people[g.visit.name]["orders"].append(done)
        return jsonify(done)

    @app.post("/password")
    def password():
        name, new = g.visit.name, g.data.get("new")
        if not right_password(name, g.data.get("old")):
            return jsonify(error="wrong password"), 403
        if not isinstance(new, str):
            return jsonify(error="no new password"), 400
        people[name]["password"] = new
        g.visit.proof = proof(name)
        return jsonify({})

    return app
