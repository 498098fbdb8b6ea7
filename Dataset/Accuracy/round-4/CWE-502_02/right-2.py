import ast
import base64
from flask import Flask, jsonify, make_response, request


def entries(value):
    try:
        text = base64.b64decode(value, altchars=b"-_", validate=True).decode("utf-8")
        tree = ast.parse(text, mode="eval").body
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return
    if not isinstance(tree, ast.List):
        return
    for pair in tree.elts:
        match pair:
            case ast.Tuple(elts=[ast.Constant(value=str(name)), ast.Constant(value=int(points))]) \
                    if type(points) is int and 0 <= points <= 10:
                yield name, points
            case _:
                raise LookupError("not written by this service")


def collected():
    value = request.cookies.get("trail", "")
    try:
        found = dict(entries(value))
    except LookupError:
        return {}
    return found if len(found) <= 20 and written(found) == value else {}


def written(found):
    return base64.urlsafe_b64encode(ascii(list(found.items())).encode()).decode()


def shown(found):
    return jsonify({"stations": found, "points": sum(found.values())})


def create_app():
    app = Flask(__name__)

    @app.route("/progress")
    def progress():
        return shown(collected())

    @app.route("/answer", methods=["POST"])
    def answer():
        found, form = collected(), request.form
        if "station" not in form or form.get("points") not in {str(n) for n in range(11)}:
            return make_response("station and points, please", 400)
        found |= {form["station"]: int(form["points"])}
        if len(found) > 20:
            return make_response("a trail has 20 stations", 400)
        response = shown(found)
        response.set_cookie("trail", written(found), secure=False, httponly=True)
        return response

    return app
