import hmac
import secrets
import threading

from flask import Flask, jsonify, request, session

# One key for the process, new at each start: sessions end with it, as does everything else in memory.
_KEY = secrets.token_bytes(32)


class _Refused(Exception):
    def __init__(self, status):
        super().__init__(status)
        self.status = status


def _whole(value, least, most):
    return type(value) is int and least <= value <= most


def create_app(people, prices):
    app = Flask(__name__)
    app.secret_key = _KEY
    app.config.update(SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_SAMESITE="Lax")
    lock = threading.RLock()
    quotes = {}     # id -> {"owner", "items", "ordered"}
    orders = {}     # number -> the order as it is answered

    @app.errorhandler(_Refused)
    def refused(error):
        return jsonify(error=error.status), error.status

    def me():
        name = session.get("name")
        if not isinstance(name, str) or name not in people:
            raise _Refused(401)
        return name

    def workshop():
        if people[me()]["role"] != "workshop":
            raise _Refused(403)

    def body():
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            raise _Refused(400)
        return data

    def read_items():
        items = body().get("items")
        if not isinstance(items, list) or not items:
            raise _Refused(400)
        read = []
        for item in items:
            if not isinstance(item, dict):
                raise _Refused(400)
            kind, count = item.get("kind"), item.get("count")
            if not isinstance(kind, str) or kind not in prices or not _whole(count, 1, 500):
                raise _Refused(400)
            read.append({"kind": kind, "count": count})
        return read

    def total(name, items):
        full = sum(prices[item["kind"]] * item["count"] for item in items)
        return full * 80 // 100 if people[name]["role"] == "reseller" else full

    def own_quote(number):
        name = me()
        quote = quotes.get(number)
        if quote is None or quote["owner"] != name:
            raise _Refused(404)
        return quote

    def show(number, quote):
        return {"id": number, "items": quote["items"], "total": total(quote["owner"], quote["items"])}

    @app.post("/login")
    def login():
        data = body()
        name, password = data.get("name"), data.get("password")
        if not isinstance(name, str) or not isinstance(password, str) or name not in people:
            raise _Refused(401)
        known = people[name].get("password")
        if not isinstance(known, str) or not hmac.compare_digest(
                known.encode("utf-8", "surrogatepass"), password.encode("utf-8", "surrogatepass")):
            raise _Refused(401)
        session.clear()
        session["name"] = name
        return jsonify(name=name, role=people[name]["role"])

    @app.post("/quotes")
    def make():
        name = me()
        items = read_items()
        with lock:
            number = len(quotes) + 1
            quotes[number] = {"owner": name, "items": items, "ordered": False}
            return jsonify(show(number, quotes[number])), 201

    @app.get("/quotes/<int:number>")
    def see(number):
        with lock:
            return jsonify(show(number, own_quote(number)))

    @app.put("/quotes/<int:number>")
    def change(number):
        with lock:
            quote = own_quote(number)
            if quote["ordered"]:
                raise _Refused(409)
            quote["items"] = read_items()
            return jsonify(show(number, quote))

    @app.post("/quotes/<int:number>/order")
    def order(number):
        with lock:
            quote = own_quote(number)
            if quote["ordered"]:
                raise _Refused(409)
            quote["ordered"] = True
            made = {
                "number": len(orders) + 1,
                "customer": quote["owner"],
                "items": [dict(item) for item in quote["items"]],
                "total": total(quote["owner"], quote["items"]),
            }
            orders[made["number"]] = made
            return jsonify(made), 201

    @app.get("/orders")
    def listed():
        name = me()
        with lock:
            everything = people[name]["role"] == "workshop"
            return jsonify([o for o in orders.values() if everything or o["customer"] == name])

    @app.post("/orders/<int:number>/rebate")
    def rebate(number):
        workshop()
        with lock:
            found = orders.get(number)
            if found is None:
                raise _Refused(404)
            percent = body().get("percent")
            if not _whole(percent, 0, 50):
                raise _Refused(400)
            found["total"] = found["total"] * (100 - percent) // 100
            return jsonify(found)

    @app.put("/people/<name>/role")
    def role(name):
        workshop()
        with lock:
            if name not in people:
                raise _Refused(404)
            new = body().get("role")
            if new not in ("customer", "reseller") or people[name]["role"] not in ("customer", "reseller"):
                raise _Refused(400)
            people[name]["role"] = new
            return jsonify(name=name, role=new)

    return app
