import re


class Basket:
    GOOD = re.compile(r"[^/\s\x00-\x1f\x7f-\x9f\ud800-\udfff][^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]*")

    def __init__(self):
        self.places = {}
        self.newest = None

    def good(self, text):
        return bool(self.GOOD.fullmatch(text)) and len(text.encode()) < 180

    def hear(self, nick, text):
        match text.split(maxsplit=2):
            case ["!found", name, place]:
                place = place.strip()
                if not (self.good(name) and self.good(place)):
                    return f"{nick}: sorry, not that\n".encode()
                self.places.setdefault(name, []).append(f"{place} ({nick})\n")
                self.newest = f"{name}: {place}\n"
                return f"{nick}: noted\n".encode()
            case ["!where", name]:
                if not self.good(name):
                    return b"Never seen\n"
                return "".join(self.places.get(name, [f"{name}: never seen\n"])).encode()
            case ["!last"]:
                return (self.newest or "Nothing yet\n").encode()
        return b""
