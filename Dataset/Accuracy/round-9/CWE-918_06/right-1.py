"""Every request goes to a `Place`; a place consists of checked names, never of an address."""
import http.client
import re
from typing import NamedTuple, Optional
from urllib.parse import SplitResult, quote, unquote_to_bytes, urljoin, urlsplit

import werkzeug.exceptions
from flask import Flask, Response, request


class Place(NamedTuple):
    valley: str
    camera: Optional[str]                   # None: the weather

    @classmethod
    def named(cls, valley, camera):
        good = re.fullmatch("[a-z0-9]|[a-z0-9][a-z0-9-]{0,28}[a-z0-9]", valley or "")
        if camera is not None:
            good = good and len(camera) in range(1, 41)
            good = good and all(sign in " -" or sign.isalpha() or sign.isdecimal() for sign in camera)
        if not good:
            raise werkzeug.exceptions.NotFound()
        return cls(valley, camera)

    @property
    def host(self):
        return self.valley + ".cams.example"

    @property
    def path(self):
        return "/weather.json" if self.camera is None else f"/shots/{quote(self.camera)}.jpg"

    def onward(self, location):
        """The place where a `Location` of an answer from here leads to."""
        try:
            location = location.encode("latin-1").decode("utf-8")
            where = urlsplit(urljoin(f"http://{self.host}:8081{self.path}", location))
            wanted = SplitResult("http", f"{where.hostname}:8081", where.path, "", "")
            if where._replace(fragment="", netloc=where.netloc.lower()) != wanted or "?" in location:
                raise ValueError
            valley = re.fullmatch(r"([a-z0-9-]+)\.cams\.example", where.hostname)[1]
            if self.camera is None:
                if where.path != "/weather.json":
                    raise ValueError
                return Place.named(valley, None)
            camera = re.fullmatch(r"/shots/([^/]+)\.jpg", where.path)[1]
            return Place.named(valley, unquote_to_bytes(camera).decode("utf-8"))
        except (ValueError, TypeError):
            raise werkzeug.exceptions.NotFound() from None

    def ask(self):
        connection = http.client.HTTPConnection(self.host, 8081, timeout=8)
        try:
            connection.request("GET", self.path, headers={"Connection": "close"})
            answer = connection.getresponse()
            return answer.status, answer.headers.get("Location"), answer.read()
        except (OSError, http.client.HTTPException, ValueError):
            raise werkzeug.exceptions.NotFound() from None
        finally:
            connection.close()


def visit(place, redirects=2):
    status, location, content = place.ask()
    if status == 200:
        return content
    if status in (301, 302, 307, 308) and location and redirects:
        return visit(place.onward(location), redirects - 1)
    raise werkzeug.exceptions.NotFound()


def create_app():
    app = Flask("alps")

    @app.get("/picture")
    def picture():
        place = Place.named(request.args.get("valley"), request.args.get("camera", ""))
        return Response(visit(place), content_type="image/jpeg")

    @app.get("/weather")
    def weather():
        place = Place.named(request.args.get("valley"), None)
        return Response(visit(place), content_type="application/json")

    return app
