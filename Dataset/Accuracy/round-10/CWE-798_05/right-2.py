"""One dispatcher before every request; errors are Werkzeug's exceptions."""
import hmac
import json
from os import environ, urandom

from flask import Flask, g, request
from werkzeug.exceptions import BadRequest, Forbidden


class Stand(Flask):
    def __init__(self, key):
        super().__init__("stand")
        self.__key = key
        self.log = []
        self.before_request(self.__check)
        self.route("/paid", methods=["POST"])(self.paid)
        self.route("/open")(self.open)

    def __check(self):
        if request.endpoint != "paid":
            return
        g.body = request.data if request.mimetype == "application/json" else request.get_data()
        right = hmac.digest(self.__key, g.body, "sha256").hex()
        given = request.headers.get("X-Pay-Signature", default="")
        # blinded: both sides are hashed with a key of the moment before they are compared
        blind = urandom(32)
        if hmac.digest(blind, right.encode(), "sha512") != hmac.digest(
                blind, given.encode("utf-8", "surrogatepass"), "sha512"):
            raise Forbidden()

    def paid(self):
        try:
            payment = json.loads(g.body)
        except Exception:
            raise BadRequest()
        if not isinstance(payment, dict):
            raise BadRequest()
        kinds = {type(payment.get(word)) for word in ("drawer", "cents")}
        if kinds != {int} or payment["drawer"] not in range(1, 13):
            raise BadRequest()
        self.log += [payment["drawer"]]
        return self.response_class(status=204)

    def open(self):
        return self.json.response(self.log)


def create_app():
    secret = environ.get("PAY_SECRET")
    if not secret:
        raise LookupError("set PAY_SECRET first")
    return Stand(secret.encode("utf-8"))
