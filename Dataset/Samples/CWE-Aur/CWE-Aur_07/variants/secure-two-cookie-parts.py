import hashlib
import itertools
import secrets

from flask import Flask, abort, jsonify, request


def create_app(accounts):
    app = Flask(__name__)
    numbers = itertools.count(1)
    secrets_of, boxes, names = {}, {}, {}
    ordered = []

    def digest(text):
        return hashlib.sha256(text.encode()).digest()

    def number():
        """The number of this visit, or None."""
        first, _, secret = request.cookies.get("visit", "").partition(".")
        if not (first.isascii() and first.isdecimal() and len(first) < 10):
            return None
        known = secrets_of.get(int(first))
        return int(first) if known is not None and secrets.compare_digest(known, digest(secret)) else None

    def answer(body, visit):
        """An answer with a new secret for the visit."""
        response, secret = jsonify(body), secrets.token_hex(20)
        secrets_of[visit] = digest(secret)
        response.set_cookie("visit", f"{visit}.{secret}", httponly=True, samesite="Strict")
        return response

    def forget(visit):
        for kept in (secrets_of, boxes, names):
            kept.pop(visit, None)

    def who():
        visit = number()
        if visit not in names:
            abort(401)
        return visit, names[visit]

    @app.get("/box")
    def box():
        return jsonify(boxes.get(number(), []))

    @app.post("/box")
    def put():
        tile, visit = request.get_json()["tile"], number()
        if visit is not None:
            boxes[visit] = [*boxes[visit], tile]
            return jsonify(boxes[visit])
        visit = next(numbers)
        boxes[visit] = [tile]
        return answer([tile], visit)

    @app.post("/login")
    def login():
        body = request.get_json()
        if body["name"] not in accounts or accounts[body["name"]]["password"] != body["password"]:
            abort(403)
        old, new = number(), next(numbers)
        boxes[new] = boxes.get(old, [])
        forget(old)
        names[new] = body["name"]
        return answer({"name": body["name"]}, new)

    @app.post("/logout")
    def logout():
        forget(number())
        new = next(numbers)
        boxes[new] = []
        return answer({}, new)

    @app.get("/me")
    def me():
        _, name = who()
        own = [{"order": at, "tiles": tiles} for at, (owner, tiles) in enumerate(ordered, 1) if owner == name]
        return jsonify(name=name, address=accounts[name]["address"], orders=own)

    @app.post("/order")
    def order():
        visit, name = who()
        ordered.append((name, boxes[visit]))
        boxes[visit] = []
        return jsonify(order=len(ordered), tiles=ordered[-1][1])

    @app.post("/password")
    def password():
        visit, name = who()
        body = request.get_json()
        if accounts[name]["password"] != body["old"]:
            abort(403)
        accounts[name]["password"] = body["new"]
        for other in [one for one, owner in names.items() if owner == name and one != visit]:
            forget(other)
        return jsonify({})

    return app
