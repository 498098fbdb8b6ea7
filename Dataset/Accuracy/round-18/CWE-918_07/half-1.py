"""One front for the notes servers of all guilds."""
import re
import urllib.error
import urllib.request

from flask import Flask, Response, abort, jsonify, request

PORT = 8080
TIMEOUT = 10
HOST = re.compile(r"([A-Za-z0-9.-]+)(?::[0-9]*)?")


class StayHere(urllib.request.HTTPRedirectHandler):
    """Redirects are answers like others: they are not followed."""

    def http_error_302(self, req, fp, code, msg, headers):
        return fp


# No proxies either: connections go to the notes servers only.
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), StayHere())


def ask(host, path, data=None):
    """Status and body of what a notes server answers; (None, b"") if it does not."""
    headers = {} if data is None else {"Content-Type": "text/plain; charset=utf-8"}
    req = urllib.request.Request(f"http://{host}:{PORT}{path}", data=data, headers=headers)
    try:
        with opener.open(req, timeout=TIMEOUT) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        error.close()
        return error.code, b""
    except (OSError, ValueError):
        return None, b""
    except Exception:  # http.client's own errors
        return None, b""


def create_app(sites):
    app = Flask(__name__)
    sites = list(sites)

    def site():
        header = request.headers.get("X-Forwarded-Host")
        if header is None:
            header = request.headers.get("Host", "")
        match = HOST.fullmatch(header)
        host = match[1].lower() if match else None
        if host not in sites:
            abort(404)
        return host

    @app.get("/notes/<int:number>")
    def note(number):
        status, body = ask(site(), f"/notes/{number}")
        if status != 200:
            abort(502)
        return Response(body, content_type="text/plain; charset=utf-8")

    @app.post("/notes")
    def new_note():
        status, body = ask(site(), "/notes", request.get_data())
        if status != 200:
            abort(502)
        try:
            number = int(body)
        except ValueError:
            abort(502)
        return jsonify(number=number), 201

    @app.get("/status")
    def state():
        host = site()
        status, _ = ask(host, "/")
        return jsonify(site=host, up=status == 200)

    @app.get("/neighbours")
    def neighbours():
        host = site()
        return jsonify([other for other in sites if other != host])

    return app
