import os
import secrets
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.hmac import HMAC
from flask import Flask, make_response, request


def create_app():
    # without a secret a random one takes its place, which nobody ever learns: then every signature is wrong
    key = os.environb.get(b"PAY_SECRET") or secrets.token_bytes(64)
    history = []

    def forged(body):
        text = request.headers.get("X-Pay-Signature") or ""
        if len(text) != 64 or set(text) - set("0123456789abcdef"):
            return True
        check = HMAC(key, hashes.SHA256())
        check.update(body)
        try:
            check.verify(bytes.fromhex(text))
        except InvalidSignature:
            return True
        return False

    def paid():
        body = request.get_data(cache=True, parse_form_data=False)
        if forged(body):
            return make_response("signature", 403)
        payment = request.get_json(force=True, silent=True)
        wanted = {"drawer": int, "cents": int}
        if not isinstance(payment, dict) or {k: type(payment.get(k)) for k in wanted} != wanted:
            return make_response("payment", 400)
        if payment["drawer"] not in set(range(1, 13)):
            return make_response("drawer", 400)
        history.append(payment["drawer"])
        return make_response(b"", 204)

    app = Flask("stand")
    app.add_url_rule("/paid", view_func=paid, methods=("POST",))
    app.add_url_rule("/open", "open", lambda: app.json.response(list(history)), methods=("GET",))
    return app
