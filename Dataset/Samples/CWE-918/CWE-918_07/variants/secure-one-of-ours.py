from functools import wraps

import requests
from flask import Flask, jsonify, request


def create_app(sites):
    app = Flask(__name__)
    session = requests.Session()
    session.trust_env = False
    session.max_redirects = 0

    def for_a_site(function):
        """Hands over the site; our own text, never the visitor's."""

        @wraps(function)
        def view(**values):
            hosts = request.headers.getlist("X-Forwarded-Host") or request.headers.getlist("Host")
            if len(hosts) != 1:
                return "", 404
            for site in sites:
                if hosts[0].casefold() == site or hosts[0].casefold().startswith(site + ":"):
                    port = hosts[0][len(site) + 1 :]
                    if hosts[0][len(site) :] in ("", ":" + port) and all(sign in "0123456789" for sign in port):
                        return function(site, **values)
            return "", 404

        return view

    def text_of(method, site, path, data=None):
        try:
            answer = session.request(method, "http://" + site + ":8080" + path, data=data, timeout=5)
        except requests.RequestException:
            return None
        return answer.content if answer.status_code == requests.codes.ok else None

    @app.get("/notes/<int:number>")
    @for_a_site
    def show(site, number):
        text = text_of("GET", site, "/notes/" + str(number))
        return ("", 502) if text is None else (text, 200, {"Content-Type": "text/plain; charset=utf-8"})

    @app.post("/notes")
    @for_a_site
    def add(site):
        text = text_of("POST", site, "/notes", request.get_data())
        return ("", 502) if text is None else (jsonify(number=int(text)), 201)

    @app.get("/status")
    @for_a_site
    def status(site):
        return jsonify(site=site, up=text_of("GET", site, "/") is not None)

    @app.get("/neighbours")
    @for_a_site
    def neighbours(site):
        return jsonify([other for other in sites if other is not site])

    return app
