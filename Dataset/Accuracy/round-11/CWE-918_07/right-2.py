"""All addresses there can be are made once, from the list of the sites, before any request."""
import requests
from flask import Blueprint, Flask, abort, current_app, g, make_response, request


class Refuse(requests.adapters.BaseAdapter):
    """Stands where requests would otherwise look for a way to any host."""

    def send(self, prepared, **_):
        raise requests.exceptions.InvalidURL(prepared.url)

    def close(self):
        pass


def session_for(sites):
    session = requests.Session()
    session.trust_env = False
    session.adapters.clear()
    session.mount("", Refuse())
    for site in sites:
        session.mount(f"http://{site}:8080/", requests.adapters.HTTPAdapter(max_retries=0))
    session.max_redirects = 0
    return session


def spellings(header):
    """The host as it was written, and without the port, if there is one."""
    yield header
    host, colon, port = header.rpartition(":")
    if colon and port and not port.strip("0123456789"):
        yield host


front = Blueprint("front", __name__)


@front.before_app_request
def find_site():
    forwarded = [v for k, v in request.headers if k.lower() == "x-forwarded-host"]
    written = forwarded if forwarded else request.headers.getlist("Host")
    if len(written) != 1:
        abort(404)
    g.site = next((s for s in current_app.config["GUILDS"]
                   if s in map(str.lower, spellings(written[0]))), None)
    if g.site is None:
        abort(404)


def talk(path, method="get", **more):
    with session_for([g.site]) as session:
        try:
            answer = getattr(session, method)(
                f"http://{g.site}:8080{path}", timeout=(4, 10), allow_redirects=False, **more)
        except (requests.RequestException, UnicodeError):
            return None
        return answer if answer.status_code == 200 else None


@front.route("/notes/<int:number>")
def note(number):
    answer = talk(f"/notes/{number}") or abort(502)
    response = make_response(answer.content)
    response.content_type = "text/plain; charset=utf-8"
    return response


@front.route("/notes", methods=["POST"])
def add():
    answer = talk("/notes", "post", data=request.get_data(),
                  headers={"Content-Type": "text/plain; charset=utf-8"}) or abort(502)
    digits = answer.text.strip()
    if not (digits.isascii() and digits.isdigit()):
        abort(502)
    return {"number": int(digits)}, 201


@front.route("/status")
def status():
    return {"site": g.site, "up": bool(talk("/"))}


@front.route("/neighbours")
def neighbours():
    return [s for s in current_app.config["GUILDS"] if s != g.site]


def create_app(sites):
    app = Flask("cider")
    app.config["GUILDS"] = tuple(sites)
    app.register_blueprint(front)
    return app
