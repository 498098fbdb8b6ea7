import hmac
import os
from html import escape
from typing import Dict, List

from flask import Flask, abort, redirect, request, session, url_for


def create_app(members: Dict[str, str], bookings: List[dict]) -> Flask:
    """Lane bookings of a swimming pool."""
    app = Flask("pool")
    app.secret_key = os.urandom(32)
    open_bookings = list(bookings)

    def signature(booking_id):
        message = f"{session['login_id']}:{booking_id}".encode()
        return hmac.new(app.secret_key, message, "sha256").hexdigest()

    @app.get("/login")
    def login_form():
        return (
            "<form action='/login' method='post'><input name='name'><input type='password' name='password'>"
            "<input type='submit' value='Log in'></form>"
        )

    @app.post("/login")
    def login():
        name = request.form["name"]
        if members.get(name) != request.form["password"]:
            return login_form(), 401
        session.update(name=name, login_id=os.urandom(12).hex())
        return redirect(url_for("overview"))

    @app.get("/bookings")
    def overview():
        if "name" not in session:
            return redirect(url_for("login_form"))
        items = []
        for booking in sorted(open_bookings, key=lambda b: (b["day"], b["lane"])):
            if booking["member"] == session["name"]:
                link = url_for("cancel", booking=booking["id"], signature=signature(booking["id"]))
                text = f"{booking['day']}, lane {booking['lane']}"
                items.append(f'<li>{escape(text)} <a href="{escape(link)}">Cancel</a></li>')
        return "<html><body><ul>" + "".join(items) + "</ul></body></html>"

    @app.get("/cancel")
    def cancel():
        if "name" not in session:
            return redirect(url_for("login_form"))
        booking_id = request.args.get("booking", type=int)
        if not hmac.compare_digest(signature(booking_id), request.args.get("signature", "")):
            abort(400)
        for booking in open_bookings:
            if booking["id"] == booking_id and booking["member"] == session["name"]:
                open_bookings.remove(booking)
                break
        return redirect(url_for("overview"))

    return app


if __name__ == "__main__":
    create_app({"ada": "fins"}, [{"id": 1, "member": "ada", "lane": 4, "day": "2024-05-31"}]).run()
