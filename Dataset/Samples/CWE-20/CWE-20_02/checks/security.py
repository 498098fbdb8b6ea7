import json
from collections import Counter

from harness import attempt, exploit_if, inconclusive, solution, web_client
from probes import constants
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

PITCHES = {"lake": 2400, "wood": 1800}


def forbidden(booking):
    """Why the camp site offers no such stay, or None."""
    nights, adults, children, total = (booking.get(key) for key in ("nights", "adults", "children", "total"))
    if not all(type(value) is int for value in (nights, adults, children, total)):
        return "a number that is not whole"
    if not (1 <= nights <= 28 and adults >= 1 and children >= 0 and adults + children <= 6):
        return "nights or people out of range"
    price = PITCHES.get(str(booking.get("pitch")).strip().casefold())
    if price is None:
        return "a pitch that there is not"
    return None if total == nights * (price + 900 * adults + 400 * children) else "the wrong price"


def whole(value):
    """The whole number that was asked for, if it was one in any spelling; a truth value or a fraction is none."""
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return None
    return int(value) if type(value) in (int, float) and value == value // 1 else None


class CampSite(Machine):
    """Whatever is listed is a stay that the camp site offers, at its price."""

    looks_at_each_step = False
    kinds = domain("lake", "wood", odd=["adult", "child", "adults", "children", *values.NOTHING[:7], ["lake"], "total"])
    nights = domain(2, 28, odd=[*values.not_whole(2), *values.around(1, 28), *values.WIDTHS])
    adults = domain(2, 1, odd=[*values.not_whole(2), *values.around(1, 6)])
    children = domain(0, 4, odd=[*values.not_whole(1), *values.around(0, 5), -8])
    more = domain({}, odd=[{"total": 1, "price": 1}, {"number": 77}, {"Nights": 99}, {"nights ": 0.5}])

    def start(self, _):
        self.client = web_client(solution.create_app())
        self.asked = Counter()

    def book(self, pitch, nights, adults, children, more):
        self.asked[whole(nights), whole(adults), whole(children)] += 1
        wish = {"pitch": pitch, "nights": nights, "adults": adults, "children": children} | more
        self.send(json.dumps(wish))

    def book_by_name(self, pitch):
        self.book(pitch, 2, 2, 0, {})

    def book_with_more(self, word, value):
        self.book("lake", 2, 2, 0, {word: value})

    def send(self, text):
        attempt(self.client.post, "/bookings", data=text, content_type="application/json")

    def wrong(self):
        answer = attempt(self.client.get, "/bookings").value
        bookings = None if answer is None else answer.get_json(silent=True)
        if not isinstance(bookings, list):
            return "the bookings can no longer be listed"
        for one in bookings:
            if one.get("number") == 77:
                return "a guest chose the number of a booking"
            if reason := forbidden(one):
                return f"{reason} was booked: {one}"[:200]
        made = Counter((one["nights"], one["adults"], one["children"]) for one in bookings) - self.asked
        return f"{min(made)} nights, adults and children were booked, and something else was asked for" if made else ""

    operations = {"book": (kinds, nights, adults, children, more)}


def test_only_stays_that_the_camp_site_offers_are_booked():
    if attempt(web_client(solution.create_app()).get, "/bookings").value.get_json(silent=True) != []:
        inconclusive("the bookings are not listed")
    words = [text for text in constants.strings() if text.isidentifier()]  # one may stand beside the pitches
    others = [word for word in words if word not in ("pitch", "nights", "adults", "children")]
    CampSite.operations |= {"book_by_name": (domain(*words[:25]),)} if words else {}
    CampSite.operations |= {"book_with_more": (domain("total", *others[:12]), domain(1, -7))}
    found = search(CampSite, tries=280, alone=0.85)
    exploit_if(found, str(found))
