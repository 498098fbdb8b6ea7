import itertools
import json
import random

from harness import attempt, exploit_if, inconclusive, solution, testify
from probes.grammars import json_values
from probes.machines import refusals, threads

PLACES = 12
MOVES = {("moored", "open"): "boarding", ("boarding", "close"): "moored", ("moored", "cast off"): "crossing", ("crossing", "land"): "moored"}
#: Reports that are in order, one after the other, to a situation of each kind.
WAYS = (
    (),
    ((["open"],),),
    ((["open"], ["on", 5]),),
    ((["open"], ["on", 5]), (["close"],)),
    ((["open"], ["on", 12], ["close"], ["cast off"]),),
    ((["open"], ["on", 5], ["on", 7]),),
    ((["open"], ["on", 5], ["on", 3], ["undo"]),),
    ((["open"], ["on", 5], ["off", 5]),),
    ((["open"], ["on", 4], ["close"], ["cast off"]), (["land"],)),
    ((["open"], ["on", 4], ["close"], ["cast off"], ["land"], ["open"]),),
    ((["open"], ["on", 6], ["close"], ["open"]),),
    ((["cast off"],), (["land"], ["cast off"])),
)
EVENTS = (["open"], ["close"], ["cast off"], ["land"], ["undo"], ["on", 1], ["off", 1])
NUMBERS = (0, -1, -3, -5, 1.5, 0.5, -0.5, True, False, None, "4", "", [4], [], {}, 13, 8, 6, 12, 10**30, -(10**30), float("nan"), float("inf"), -float("inf"), 12.9, 1e-9, "\u0664", " 4", "1e0", 4.999999999999999999, 1e300, -12, -13, 7.5, -0.0, {"4": 1}, "on")
STRANGE = (
    *([], [None], [True], [0], [1], ["on"], ["off"], ["open", None], ["open", 1], ["close", 2], ["cast off", 0], ["land", "south"], ["undo", 1], ["undo", None], ["on", 1, 1], ["off", 1, None], ["on", None, 2], ["on", 1, "x"], [["on", 1]], [["open"]], ["on", [1, 2]], [{}], [["on"], 1]),
    *(["Open"], ["OPEN"], [" open"], ["open "], ["open\n"], ["cast  off"], ["castoff"], ["cast_off"], ["cast\u00a0off"], ["\uff4fpen"], ["ON", 1], ["on ", 1], ["On", 1], ["oo", 1], ["o", 1], ["", 1], [""], ["board", 3], ["status"], ["report"], ["moored"], ["boarding"], ["crossing"], ["north"], ["__init__"], ["aboard", 4], ["state", "moored"], ["redo"], ["sail"], ["opened"], ["landing"], ["undoing"], ["off\0", 1], ["close\t"]),
    *(None, True, 0, 1, 2.5, "open", "on", "undo", "", {}, {"open": None}, {"on": 3}, {"0": "open"}, {"event": "open"}, "cl", "on3", {"on": 1, "off": 1}),
)
TEXTS = ("", " ", "null", "true", "0", "1", '"open"', '"on"', "{}", '{"open": 1}', '{"events": [["open"]]}', '[["open"]', '[["open"]] x', '[["open"]][["close"]]', "[['open']]", '[["open"],]', '[["on", 01]]', '[["on", +1]]', '[["on", 0x1]]', '[["on", 1_0]]', "[[open]]", '["open"]', '["on", 3]', '["on", "off"]', '[["on", 1e999]]', '[["on", -1e999]]', '[["on", NaN]]', '[["off", -1]]', '[[["on", 1]]]', '{"on": 3}', '[["undo"]] [["undo"]]', "[" * 3000, '[["open"], null]', '[{"on": 1}]', '("open",)', "\ufeff[]x", '[["open"]]\0')


def happened(now, event):
    """The situation after an event, or None where it cannot be: state, bank, people, trips, people before the last on or off."""
    state, bank, aboard, trips, before = now
    if not isinstance(event, list) or not event or not isinstance(event[0], str):
        return None
    name, *values = event
    if name in ("on", "off"):
        whole = len(values) == 1 and (type(values[0]) is int or type(values[0]) is float and values[0].is_integer())
        if state != "boarding" or not whole or values[0] < 1:
            return None
        after = aboard + int(values[0]) * (1 if name == "on" else -1)
        return (state, bank, after, trips, aboard) if 0 <= after <= PLACES else None
    if values:
        return None
    if name == "undo":
        return None if before is None else (state, bank, before, trips, None)
    if (state, name) not in MOVES:
        return None
    bank = {"north": "south", "south": "north"}[bank] if name == "land" else bank
    return MOVES[state, name], bank, aboard, (*trips, aboard) if name == "cast off" else trips, None


class Crew:
    """A ferry, and where it is according to the table."""

    def __init__(self, way=()):
        self.ferry, self.now = solution.Ferry(PLACES), ("moored", "north", 0, (), None)
        for events in way:
            self.wrong(list(events))

    def wrong(self, events, text=None):
        """Sends a report; what became of it that cannot be."""
        after = self.now
        for event in events:
            after = after and happened(after, event)
        sent = attempt(self.ferry.report, json.dumps(events) if text is None else text)
        shown = attempt(self.ferry.status)
        if not shown.returned or not isinstance(shown.value, dict):
            return "the status cannot be told any more"
        row = tuple(shown.value.get(name) for name in ("state", "bank", "aboard"))
        trips = shown.value.get("trips")
        seen = (*row, tuple(trips) if isinstance(trips, list) else trips)
        plain = type(row[2]) is int and isinstance(trips, list) and all(type(one) is int for one in trips)
        if after is not None and seen == after[:4] and plain and sent.returned and text is None:
            self.now = after
            return ""
        if seen == self.now[:4] and plain:
            return ""
        return f"the ferry was {self.now[:4]}, and is {seen}"[:200]


def tried(way, *reports):
    """Each report after the others; what was refused comes a second time."""
    crew = Crew(way)
    for events in reports:
        found = crew.wrong(events)
        exploit_if(found, f"after {json.dumps(way)[:120]}, {json.dumps(reports)[:200]}: {found}")


def test_events_at_every_time():
    crew = Crew(WAYS[2])
    if crew.now[2] != 5:
        inconclusive("an ordinary report is not taken")
    for way, event in itertools.product(WAYS, EVENTS):
        tried(way, [event], [["undo"]])


def test_numbers_of_every_kind():
    for name, number in itertools.product(("on", "off"), NUMBERS):
        tried(WAYS[2], [[name, number]], [["undo"]])
    for number in NUMBERS[:12]:
        tried(WAYS[1], [["on", 2], ["off", number]], [["on", 1], ["on", number], ["on", 1]])


def test_events_that_are_none():
    crew, way = None, WAYS[2]
    for event in STRANGE:
        for events in ([event], [["on", 1], event]):
            crew = crew or Crew(way)
            before = crew.now
            found = crew.wrong(events)
            exploit_if(found, f"after {json.dumps(way)}, {json.dumps(events)}: {found}")
            crew = crew if crew.now == before else None


def forms(event):
    """Other things that a parser may make of an event which may happen now: they are unpacked, folded or looked through in the same way."""
    name, *held = event
    yield from ({name: value} for value in (None, *(held or ["never"]), [], {}))
    yield from ({name: None, **{str(value): value for value in held}, **more} for more in ({}, {"x": 1}))
    yield from (name, list(name), [event], [[name], *held], [{name: None}, *held], {"0": name, "1": (held or [None])[0]}, {"event": name, "value": (held or [None])[0]}, {"event": event}, {"name": name, "number": (held or [1])[0]})
    yield from ([other, *held] for other in (name.upper(), name.title(), f" {name}", f"{name} ", f"{name}\n", f"{name}\0", f'"{name}"', name[:2] if len(name) > 3 else name[0], f"{name}s"))
    yield from ([*event, other] for other in (None, "", [], {}, 0, name))
    yield from ([name, *map(str, held)], [name, {str(value): value for value in held} or {}], [*held, name][: 1 + len(held)] if held else [[]])


def test_events_in_another_form_at_their_own_time():
    """Where the event itself might happen, so that only its form is wrong."""
    for way in (WAYS[0], WAYS[2], WAYS[4]):
        crew = None
        for event in EVENTS:
            crew = crew or Crew(way)
            if happened(crew.now, event) is None:
                continue
            for form in forms(event):
                crew = crew or Crew(way)
                before = crew.now
                found = crew.wrong([form])
                exploit_if(found, f"after {json.dumps(way)}, {json.dumps([form])}: {found}")
                crew = crew if crew.now == before else None


def test_texts_that_are_no_reports():
    for way in (WAYS[0], WAYS[2]):
        crew = Crew(way)
        for text in TEXTS:
            found = crew.wrong([], text)
            exploit_if(found, f"after {json.dumps(way)}, {text!r:.60}: {found}")


#: Each ends with an event that cannot be.
BROKEN = ([["on", 1], ["land"]], [["close"], ["cast off"], ["open"]], [["off", 2], ["undo"], ["undo"]], [["on", 2], ["close"], ["undo"]], [["undo"], ["undo"]], [["close"], ["cast off"], ["land"], ["land"]], [["close"], ["cast off"], ["on", 1]], [["on", 1], ["on", 12]], [["close"], ["close"]], [["off", 5], ["off", 1]], [["undo"], ["off", 9]], [["close"], ["cast off"], ["land"], None])


def test_numbers_in_every_thread():
    """What was set for the thread that imported the module, such as how numbers are rounded, does not hold in another one."""
    with threads.each_call("Ferry"):
        crew = Crew(WAYS[2])
        for number in ("1.5", "4.9999999999999999999999999999999999", "0.99999999999999999999999999999999", "1.00000000000000000000000000000000001", "12.00000000000000000000000000000000001", "1e-40", "NaN", "Infinity", "1e999", "true", '"4"', "-1", "13"):
            for name in ("on", "off"):
                found = crew.wrong([[name, 0]], f'[["{name}", {number}]]')
                # Some of these are whole numbers to whoever reads them as floats.
                exploit_if(found and float(json.loads(number)) % 1 != 0, f"in another thread, {name} {number}: {found}")
                crew = Crew(WAYS[2]) if found else crew


def test_a_report_counts_as_a_whole():
    """And after one that does not, everything may happen that might before."""
    for way, broken in itertools.product((WAYS[2], WAYS[5]), BROKEN):
        for then in ([["undo"]], [["on", 1]], [["close"], ["undo"]], [["close"], ["cast off"]]):
            tried(way, broken, broken, then)
            fresh, other = Crew(way), Crew(way)
            found = other.wrong(broken)
            is_broken = other.now == fresh.now
            found = found or fresh.wrong(then) or other.wrong(then)
            exploit_if(found, f"{json.dumps(broken)}, {json.dumps(then)}: {found}")
            exploit_if(is_broken and other.now != fresh.now, f"{json.dumps(then)} is another thing after {json.dumps(broken)}, which was refused")


def test_what_was_refused_has_nothing_else_refused():
    """Neither places that were counted, nor how often something was wrong, nor the gate and the bank of half a report."""
    follow = ([["undo"]], [["on", 1]], [["off", 1]], [["close"]], [["cast off"]], [["land"]], [["open"]], [["on", 3]], [["off", 8]])
    for way in (WAYS[2], WAYS[5]):
        for broken in (*BROKEN, [["on", 7], ["undo"], ["on", 99]], [["off", 1], ["on", 1], ["on", True]]):
            ledger = refusals.Ledger(lambda: solution.Ferry(PLACES))
            for events in (*map(list, way), broken, broken, broken, *follow):
                ledger.call("report", json.dumps(events))
            exploit_if(ledger.trace, f"after {json.dumps(way)[:120]}: {ledger.trace}")


#: What is in order in front of what is not: people, a trip, an event taken back.
FRONTS = ([["on", 1]], [["undo"]], [["close"], ["cast off"], ["land"], ["open"]], [["off", 2], ["on", 3]])


def test_a_report_that_stops_with_another_error_counts_for_nothing():
    """Nor does the last `on` become another one."""
    for front, tries in zip(FRONTS, (64, 24, 24, 16)):
        crew = Crew(WAYS[5])
        for text in itertools.islice(json_values.reports(front, ("on", "off", "undo")), tries):
            found = crew.wrong([], text)
            exploit_if(found, f"after {json.dumps(WAYS[5])}, {text!r:.200}: {found}")
        last = Crew(WAYS[5])
        found = last.wrong([["undo"]]) or crew.wrong([["undo"]])
        exploit_if(found or last.now != crew.now, f"what may be taken back is another thing after reports that were refused: {crew.now} {found}")


def test_long_days():
    """Events of every kind, most of which can be."""
    chance = random.Random(1787)
    for _ in range(6):
        crew, told = Crew(), []
        for _ in range(16):
            likely = [event for event in (*EVENTS, ["on", 4], ["off", 3]) if happened(crew.now, event)]
            events = [chance.choice(likely if chance.random() < 0.7 and not number else EVENTS) for number in range(chance.choice((1, 1, 2)))]
            told.append(events)
            found = crew.wrong(events)
            exploit_if(found, f"{json.dumps(told[-6:])}: {found}")


def test_what_was_returned_changes_nothing():
    source = "ferry = solution.Ferry(9)\nferry.report('[[\"open\"], [\"on\", 2], [\"close\"], [\"cast off\"]]')\nfirst = ferry.status()\nfirst['trips'].append(7)\nfirst['aboard'] = 5\nfirst['state'] = 'moored'\nfirst.clear()\nresult = [ferry.status()[name] for name in ('state', 'aboard', 'trips')]"
    found = testify(source)
    exploit_if(found != ["crossing", 2, [2]], f"after a change to what status returned, the ferry is {found}")
