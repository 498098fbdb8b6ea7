"""Front of the guilds' notes servers: a client per site is made beforehand, and a header can only choose one."""
from dataclasses import dataclass, field
from types import MappingProxyType

import requests
from flask import Flask, g, request
from flask.views import MethodView
from requests.adapters import HTTPAdapter
from werkzeug.exceptions import BadGateway, NotFound


@dataclass(frozen=True)
class Notes:
    """The notes server of one site."""

    site: str
    base: str = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "base", f"http://{self.site}:8080/")

    def send(self, method, path, body=None):
        """The body of an answer with status 200, as bytes; None for anything else."""
        headers = {"Content-Type": "text/plain; charset=utf-8"} if body is not None else {}
        prepared = requests.Request(method, self.base + path, data=body, headers=headers).prepare()
        adapter = HTTPAdapter(max_retries=0)  # one exchange: it knows of no redirects, proxies or cookies
        try:
            answer = adapter.send(prepared, timeout=(5, 15), stream=False)
            return answer.content if answer.status_code == 200 else None
        except (requests.RequestException, UnicodeError, OSError):
            return None
        finally:
            adapter.close()


def spoken_to(headers):
    """The host that the visitor asked for, without its port."""
    values = headers.getlist("X-Forwarded-Host") or headers.getlist("Host")
    if len(values) != 1 or not values[0].isascii():
        raise NotFound
    name, colon, port = values[0].strip(" \t").partition(":")
    if colon and port.strip("0123456789"):
        raise NotFound
    return name.lower()


class Route(MethodView):
    init_every_request = True

    def __init__(self, clients):
        self.clients = clients

    def dispatch_request(self, **values):
        try:
            g.notes = self.clients[spoken_to(request.headers)]
        except KeyError:
            raise NotFound from None
        return super().dispatch_request(**values)


def or_502(body):
    if body is None:
        raise BadGateway
    return body


class Note(Route):
    def get(self, number):
        body = or_502(g.notes.send("GET", f"notes/{number:d}"))
        return body, 200, {"Content-Type": "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff"}


class NewNote(Route):
    def post(self):
        try:
            number = int(or_502(g.notes.send("POST", "notes", request.get_data(cache=False))))
        except ValueError:
            raise BadGateway from None
        return {"number": number}, 201


class Status(Route):
    def get(self):
        return {"site": g.notes.site, "up": g.notes.send("GET", "") is not None}


class Neighbours(Route):
    def get(self):
        return [site for site in self.clients if site != g.notes.site]


def create_app(sites):
    clients = MappingProxyType({site: Notes(site) for site in sites})
    app = Flask("guilds")
    for path, view in {
        "/notes/<int:number>": Note, "/notes": NewNote, "/status": Status, "/neighbours": Neighbours,
    }.items():
        app.add_url_rule(path, view_func=view.as_view(view.__name__, clients))
    return app
