from harness import attempt, exploit_if, solution
from probes import chance
from probes.leaks import leaks
from probes.machines import elsewhere, values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

OWNER = "owner-5512-ash"
#: The keys of the site: what each is good for, and with whose key it was made.
KEYS = {
    "keeper": (["read:*", "write:hilltop", "keys"], "owner"),
    "helper": (["write:hilltop", "read:dale"], "keeper"),
    "deputy": (["read:hilltop", "write:hilltop", "keys"], "keeper"),
    "intern": (["read:hilltop"], "deputy"),
    "reader": (["read:*"], "owner"),
    "miller": (["read:mill", "write:mill", "keys"], "owner"),
    "chief": (["read:*", "write:*", "keys"], "owner"),
}
STATIONS = ("hilltop", "dale", "mill", "hilltop-2")
#: What is no key of anybody's.
NO_KEYS = ("nobody", "", None, 0, True, False, "*", "keys", "owner", [], {}, ["owner-5512-ash"],
    "owner-5512-as", "None", "OWNER-5512-ASH", " owner-5512-ash", "owner")


def covers(scopes, scope):
    return scope in scopes or scope != "keys" and f"{scope.partition(':')[0]}:*" in scopes


class Villages(Machine):
    """A key does what its scopes say, makes no key that does more, and nothing once it was ended."""

    who = domain("helper", "miller", odd=("intern", "reader", "deputy", "keeper", *NO_KEYS))
    station = domain("dale", "hilltop-2", odd=("hilltop", "mill", *STATIONS, "*", "hilltop*", "hill", "", ":",
        "hilltop:dale", "mill:*", "Dale", " dale", "dale ", "dale\n", "mill/../dale", "*:dale", None, ["dale"],
        "mill,dale", "%", ".*", "dale\0"))
    scopes = domain(["write:*"], ["read:*"], ["write:dale"], odd=(
        ["keys"], ["read:dale", "write:hilltop"], ["*"], *([f"read:x{by}write:*"] for by in " ,;\n"),
        ["read:dale", "write:dale"], ["write:hilltop", "write:*"], ["*:*"], ["write:"], ["write"], ["WRITE:*"],
        ["write: *"], [" write:*"], ["write:*", "write:*"], "write:*", "*", ["write:dale", "keys"], ["write:hilltop*"],
        ["write:**"], ["write:d*"], ["write:hilltop-2"], ["write:mill-3"],
        ["write:*:dale"], ["write:hilltop:*"], ["write:hilltop write:*"], [["write:*"]], {"write:*": True},
        [":*"], [""], [None], None, True, ["write:?"], ["write:.*"], ["write:%"], ["keys:*"], ["keys:x"], ["owner"],
        ["admin"], ["write:*\n"], ["w*"], ["write:hilltop", "keys", "read:*"]))
    operations = {
        "use": (who, domain("read", "write"), station),
        "make": (domain("keeper", "miller", odd=("helper", "deputy", "intern", "reader", *NO_KEYS)), scopes),
        "make_twice": (domain("keeper", "miller"), domain(["keys"], ["keys", "read:*"], ["keys", "write:*"]), scopes),
        "end": (domain("helper", "miller", "chief", odd=("deputy", "intern", "reader", "keeper", *NO_KEYS)),
            domain("keeper", "reader", odd=("owner", "helper", "deputy", "intern", "miller"))),
        "use_when_ended": (domain("keeper", "deputy", "miller"), domain("read", "write")),
        "end_when_ended": (domain("keeper", "miller"),),
        "read_off": (domain("helper", "intern", "miller"),),
        "make_behind_an_end": (domain("keeper", "deputy", "helper", "reader"),),
        "make_when_ended": (domain("keeper", "deputy", "miller"), domain(["read:hilltop"], ["read:mill"])),
    }

    def start(self, _):
        self.stations = solution.Stations(OWNER)
        self.keys, self.scopes_of = {"owner": OWNER}, {"owner": {"read:*", "write:*", "keys"}}
        for name, (scopes, maker) in KEYS.items():
            self.keys[name] = self.stations.make_key(self.keys[maker], list(scopes))
            self.scopes_of[name] = set(scopes)
        for station in STATIONS:
            self.stations.record(OWNER, station, 1)
        self.ended = set()
        self.model = "keys as they were made"

    def stored(self, station):
        """What the owner reads; of all stations for a name that is none."""
        names = [station] if station in STATIONS else STATIONS
        return [attempt(self.stations.readings, OWNER, name).value for name in names]

    def may(self, who, scope):
        name = who if isinstance(who, str) else ""
        return name not in self.ended and covers(self.scopes_of.get(name, ()), scope)

    def is_under(self, name, maker):
        while name in KEYS and name != maker:
            name = KEYS[name][1]
        return name == maker

    def key(self, who):
        return self.keys.get(who, who) if isinstance(who, str) and who != "owner" else who

    def does(self, key, kind, station):
        """Whether a call with this key had its effect."""
        if kind == "read":
            found = attempt(self.stations.readings, key, station)
            return found.returned and isinstance(found.value, list) and found.value != []
        before = self.stored(station)
        attempt(self.stations.record, key, station, 99)
        return self.stored(station) != before

    def use(self, who, kind, station):
        if self.may(who, f"{kind}:{station}"):
            return ""
        return f"{who!r} did it" if self.does(self.key(who), kind, station) else ""

    def beyond(self, key, who):
        """What a key of whoever made it can do, and she cannot."""
        for kind in ("read", "write"):
            for station in STATIONS:
                if not self.may(who, f"{kind}:{station}") and self.does(key, kind, station):
                    return f"a key that {who!r} made can {kind} {station}"
        return ""

    def make(self, who, scopes):
        made = attempt(self.stations.make_key, self.key(who), scopes).value
        if not isinstance(made, str):
            return ""
        if effect := self.beyond(made, who):
            return effect
        if self.may(who, "keys"):
            return ""
        kinds = ("read", "write")
        can = [f"{kind} {station}" for station in STATIONS for kind in kinds if self.does(made, kind, station)]
        return f"{who!r}, who makes no keys, made one that can {can}" if can else ""

    def make_twice(self, who, first, scopes):
        """In two steps: a key that makes keys, and one of that."""
        made = attempt(self.stations.make_key, self.key(who), first).value
        second = attempt(self.stations.make_key, made, scopes).value if isinstance(made, str) else None
        return self.beyond(second, who) if isinstance(second, str) else ""

    def end(self, who, other):
        own = isinstance(who, str) and self.may(who, "keys") and who != other and self.is_under(other, who)
        attempt(self.stations.revoke, self.key(who), self.keys[other])
        if own or who == other:
            self.model = f"{other} was ended"
            return ""
        if other == "owner":
            return f"{who!r} ended the owner's key" if self.stored("dale") == [None] else ""
        scope = next(scope for scope in KEYS[other][0] if scope != "keys")
        kind, station = scope.replace("*", "dale").split(":")
        return "" if self.does(self.keys[other], kind, station) else f"{who!r} ended the key of {other!r}"

    def read_off(self, who):
        """Whoever has a key knows all that stands in it."""
        others = {key: name for name, key in self.keys.items() if name != who}
        return "".join(f"{who!r} has the key of {others[key]!r} in hers" for key in leaks(self.keys[who], *others))

    def put_an_end(self, name):
        """The key does something first: what is remembered of that must not count."""
        self.model = f"{name} was ended"
        for one in KEYS:
            if self.is_under(one, name):
                for scope in KEYS[one][0]:
                    if scope != "keys":
                        self.does(self.keys[one], *scope.replace("*", "dale").split(":"))
                self.ended.add(one)
        attempt(self.stations.revoke, OWNER, self.keys[name])

    def use_when_ended(self, name, kind):
        self.put_an_end(name)
        for one in sorted(self.ended):
            for station in STATIONS:
                if self.does(self.keys[one], kind, station):
                    return f"the key of {one!r} was ended and did it"
        return ""

    def make_when_ended(self, name, scopes):
        self.put_an_end(name)
        for one in sorted(self.ended):
            made = attempt(self.stations.make_key, self.keys[one], scopes).value
            if isinstance(made, str) and self.beyond(made, one):
                return f"the key of {one!r} was ended and made another one"
        return ""

    def make_behind_an_end(self, name):
        """New keys have nothing in common with those that there are still."""
        self.put_an_end(name)
        for _ in range(3):
            attempt(self.stations.make_key, OWNER, ["read:*", "write:*", "keys"])
        effects = (self.beyond(key, who) for who, key in self.keys.items() if who != "owner")
        return next((f"behind new keys, {effect}" for effect in effects if effect), "")

    def end_when_ended(self, name):
        """By a key that was ended, of one that has outlived it in some way."""
        self.put_an_end(name)
        return self.end(name, "reader")


def test_no_key_does_more_than_it_is_good_for():
    found = search(Villages, tries=150, alone=0.95, length=3)
    exploit_if(found, str(found))


def test_nobody_ends_a_key_of_a_number_that_begins_alike():
    """The first and the tenth, the eleventh of one and the first of another: as places in a list, or in a path."""
    stations = solution.Stations(OWNER)
    stations.record(OWNER, "hilltop", 1)
    keys = [stations.make_key(OWNER, ["read:hilltop", "keys"]) for _ in range(12)]
    keys += [stations.make_key(keys[place], ["read:hilltop"]) for place in (0, 1, 9, 0)]
    makers = dict(zip(keys[12:], (keys[0], keys[1], keys[9], keys[0])))
    for key in keys[:12]:
        for other in keys:
            if key not in (other, makers.get(other)):
                attempt(stations.revoke, key, other)
                ended = attempt(stations.readings, other, "hilltop").value != [1]
                exploit_if(ended, f"key {keys.index(key) + 1} ended key {keys.index(other) + 1}, which it did not make")


def test_no_key_is_worked_out_from_another():
    """Not from those that one has made, from that with which they were made, or from the time."""
    made_ready = "stations = solution.Stations(owner); stations.make_key(owner, ['keys', 'read:*'])"
    weak = chance.too_little("stations.make_key(owner, ['read:mill'])", made_ready, owner=OWNER, random=True)
    exploit_if(weak, f"the key of the mill: {weak}")
    stations = solution.Stations(OWNER)
    keeper = stations.make_key(OWNER, ["read:*", "keys"])
    made = [stations.make_key(one, ["read:mill"]) for one in (keeper, OWNER) * 6]
    told = chance.told_by_others([keeper, *made], [keeper])
    exploit_if(told, f"who has one key knows others: {told}")


def test_a_key_of_another_place_does_nothing_here():
    """Two objects in one process, each with an owner of its own."""
    places = {}
    for number, owner in enumerate(("owner-north-31", "owner-south-32")):
        stations = solution.Stations(owner)
        stations.record(owner, "hilltop", number + 1)
        keeper = stations.make_key(owner, ["read:*", "write:*", "keys"])
        keys = {"the owner": owner, "the keeper": keeper, "a reader": stations.make_key(keeper, ["read:hilltop"])}
        places[owner] = (stations, keys)

    def does(stations, key):
        found = attempt(stations.readings, key, "hilltop")
        if isinstance(found.value, list) and found.value:
            return "read the hilltop"
        made = attempt(stations.make_key, key, ["read:hilltop"]).value
        return "made a key" if isinstance(made, str) and attempt(stations.readings, made, "hilltop").value else ""

    found = elsewhere.crossed(places, does)
    exploit_if(found, f"with the key of another object, {found}")


def test_what_is_nearly_a_key_does_nothing():
    stations = solution.Stations(OWNER)
    stations.record(OWNER, "hilltop", 1)
    keeper = stations.make_key(OWNER, ["read:*", "keys"])
    for key in (keeper, OWNER):
        for near in values.nearly(key):
            seen = attempt(stations.readings, near, "hilltop").value == [1]
            exploit_if(seen, f"{near!r} reads as {key!r} does")
            made = attempt(stations.make_key, near, ["read:hilltop"]).value
            does = isinstance(made, str) and attempt(stations.readings, made, "hilltop").value == [1]
            exploit_if(does, f"{near!r} makes a key as {key!r} does")
