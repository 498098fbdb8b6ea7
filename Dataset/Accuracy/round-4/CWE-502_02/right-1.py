import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from flask import Flask, request


class Trail(dict):
    @classmethod
    def parse(cls, value):
        trail, data = cls(), value.encode("ascii")
        data = urlsafe_b64decode(data)
        while data:
            points, length = struct.unpack_from(">BH", data)
            name, data = data[3:3 + length], data[3 + length:]
            if points > 10 or len(name) != length:
                raise ValueError("damaged")
            trail[name.decode("utf-8")] = points
        if len(trail) > 20 or trail.pack() != value:
            raise ValueError("not ours")
        return trail

    def pack(self):
        records = ((points, name.encode("utf-8")) for name, points in self.items())
        return urlsafe_b64encode(b"".join(struct.pack(">BH", p, len(n)) + n for p, n in records)).decode()

    @classmethod
    def current(cls):
        try:
            return cls.parse(request.cookies.get("trail", ""))
        except (ValueError, struct.error):
            return cls()

    def report(self):
        return {"points": sum(self.values()), "stations": dict(self)}


def create_app():
    app = Flask(__name__)

    @app.get("/progress")
    def progress():
        return Trail.current().report()

    @app.post("/answer")
    def answer():
        trail = Trail.current()
        try:
            name, points = request.form["station"], int(request.form["points"])
        except ValueError:
            return "points?", 400
        if points not in range(11) or (len(trail) == 20 and name not in trail) or len(name.encode()) > 0xFFFF:
            return "refused", 400
        trail[name] = points
        return trail.report(), 200, {"Set-Cookie": f"trail={trail.pack()}; Path=/; HttpOnly; SameSite=Lax"}

    return app
