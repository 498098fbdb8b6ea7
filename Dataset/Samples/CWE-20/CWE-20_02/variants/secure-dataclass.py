from dataclasses import asdict, dataclass

from flask import Flask, request

PER_NIGHT = {"lake": 2400, "wood": 1800}


@dataclass
class Stay:
    pitch: str
    nights: int
    adults: int
    children: int

    def __post_init__(self):
        for value in (self.nights, self.adults, self.children):
            if isinstance(value, bool) or not isinstance(value, int):
                raise TypeError("a stay is counted in whole nights and people")
        if self.nights not in range(1, 29):
            raise ValueError("nights")
        if self.adults < 1 or self.children < 0 or self.adults + self.children > 6:
            raise ValueError("people")

    @property
    def total(self):
        return (PER_NIGHT[self.pitch] + self.adults * 900 + self.children * 400) * self.nights


def create_app():
    app = Flask("camp-site")
    stays = []

    @app.post("/bookings")
    def book():
        data = request.get_json()
        if data["pitch"] not in ("lake", "wood"):
            return {"error": "unknown pitch"}, 404
        try:
            stay = Stay(data["pitch"], data["nights"], data["adults"], data["children"])
        except (TypeError, ValueError) as problem:
            return {"error": str(problem)}
        stays.append(stay)
        return {"number": len(stays), "total": stay.total}, 201

    @app.get("/bookings")
    def bookings():
        return [{"number": n, **asdict(stay), "total": stay.total} for n, stay in enumerate(stays, start=1)]

    return app
