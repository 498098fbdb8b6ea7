import itertools
import json
import re

from harness import attempt, exploit_if, solution
from probes.machines import refusals, threads
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search


def crate(code, kg=1, *holds):
    return {"code": code, "kg": kg, "holds": list(holds)}


class Account:
    """What messages have said of each crate, and what the account told last."""

    def __init__(self):
        self.sent, self.rows = {}, {}

    def wrong(self, ramp, refused):
        """What the account holds against the rules."""
        outcome = attempt(ramp.crates)
        if not outcome.returned:
            return "after that, the account cannot be told any more"
        rows = outcome.value
        if not isinstance(rows, list) or not all(isinstance(row, tuple) and len(row) == 3 for row in rows):
            return f"the account is {rows!r:.80}"
        before, self.rows = self.rows, {}
        outer = {}
        for code, inside, kg in rows:
            if not (type(code) is str and re.fullmatch("[A-Z]{2}[0-9]{3}", code)):
                return f"there is a crate {code!r:.40}"
            if code in outer:
                return f"the crate {code} is there twice"
            if type(kg) is not int or not 1 <= kg <= 400:
                return f"the crate {code} weighs {kg!r:.40} with all that is in it"
            outer[code] = inside
        weights = {code: kg for code, _, kg in rows}
        for code, inside in outer.items():
            if inside is not None and inside not in outer:
                return f"the crate {code} is in {inside!r:.40}, which is not there"
            way = [code]
            while (up := outer[way[-1]]) is not None:
                if up in way or len(way) == 4:
                    return f"the crate {code} is too deep, or in itself"
                way.append(up)
            inner = [one for one, at in outer.items() if at == code]
            if len(inner) > 6:
                return f"{len(inner)} crates are directly in {code}"
            own = weights[code] - sum(weights[one] for one in inner)
            if not 1 <= own <= 200:
                return f"the crate {code} weighs {own} by itself"
            if code in before and before[code] != (inside, own):
                return f"the crate {code} has become another one"
            if code not in before and refused:
                return f"a message was refused, and its crate {code} is entered"
            if code not in before and self.sent.get(code) not in (ANY, own):
                return f"the crate {code} weighs {own} by itself, which no message said"
            self.rows[code] = inside, own
        return f"the crate {min(before.keys() - outer)} is gone" if before.keys() - outer else ""


ANY, NOTHING = object(), object()


def told(data, sent):
    """Notes what a message says of each crate, as plainly as it can be said."""
    said, stack = {}, [data.get("crate")]
    while stack:
        one = stack.pop()
        if isinstance(one, dict) and isinstance(one.get("code"), str):
            kg = one.get("kg")
            formed = one.keys() == {"code", "kg", "holds"} and isinstance(one["holds"], list)
            whole = kg if formed and (type(kg) is int or type(kg) is float and kg.is_integer()) else NOTHING
            said[one["code"]] = ANY if one["code"] in said else whole
        if isinstance(one, dict) and isinstance(one.get("holds"), list):
            stack += one["holds"]
    sent.update(said)


class Ways:
    """What may stand at the three places of a crate, at each depth."""

    KG = ("7", True, False, None, 0, -1, -300, 201, 1.0, 2.5, 1e3, 400, 10**30, [], [5], {}, "", "１", float("nan"), float("inf"), -float("inf"), -0.0, 0.5, 200.5, 200.0)
    CODES = ("ab123", "AB12", "AB1234", "AB123\n", "AB12\u0663", "\uff21B123", "A1234", "", None, 12345, True, ["AB123"], {}, "\u00c4B123", " AB123", "AB 12", "AB12\u00b3", "AB-12", "ABC12", "AB123\0", 1.5, ["A", "B", "1", "2", "3"], "\nAB123", "AB123 ")
    HOLDS = (None, "", {}, 0, False, "AB", {"code": "IN001", "kg": 1, "holds": []}, [None], [[]], ["IN001"], [[crate("IN001")]], 1, [{}], [True], {"0": crate("IN001")}, [1.5], [""])


def at_depth(depth, odd):
    """A crate around others, so that the odd one is so deep; what is around it is in order."""
    made = odd
    for level in range(depth - 1, 0, -1):
        made = crate(f"DE{level:03d}", 5, crate(f"SI{level:03d}", 2), made)
    return made


def sent_once(ramp, text, account, data=None):
    outcome = attempt(ramp.receive, text)
    if outcome.ended:
        return "the message ended the program"
    if outcome.returned and data is not None:
        told(data, account.sent)
    return account.wrong(ramp, not outcome.returned)


def checked(what, data, into=None, ramp=None, account=None):
    if ramp is None:
        ramp, account = solution.Ramp(), Account()
    message = {"crate": data} if into is None else {"crate": data, "into": into}
    text = json.dumps(message)
    # What was refused comes again, as it was.
    found = sent_once(ramp, text, account, message) or sent_once(ramp, text, account, message)
    exploit_if(found, f"{what}: {found}")


def test_odd_values_at_every_depth():
    for depth in (1, 2, 4):
        for kg in Ways.KG:
            checked(f"kg {kg!r:.20} at depth {depth}", at_depth(depth, crate("OD001", kg)))
        for code in Ways.CODES:
            checked(f"code {code!r} at depth {depth}", at_depth(depth, crate(code)))
        for holds in Ways.HOLDS:
            checked(f"holds {holds!r:.40} at depth {depth}", at_depth(depth, {**crate("OD001"), "holds": holds}))
        for key in ("code", "kg", "holds"):
            checked(f"no {key} at depth {depth}", at_depth(depth, {name: value for name, value in crate("OD001").items() if name != key}))
        for odd in (None, [], "OD001", 7, [crate("OD001")], True, {}):
            checked(f"{odd!r:.30} for a crate at depth {depth}", at_depth(depth, odd))


def test_sums_that_look_right():
    """One value is odd, and another one makes up for it."""
    for below in (-100, -1, 0):
        checked("a weight below zero", crate("TX104", 200, crate("HA007", 200), crate("HA008", below), crate("HA009", 1)))
        checked("a weight below zero", crate("TX104", 100, crate("HA007", 200, crate("HA008", below)), crate("HA009", 150)))
    checked("401 kg", crate("TX104", 200, crate("HA007", 200, crate("HA008", 1))))
    checked("401 kg within", crate("TX104", 1, crate("HA007", 200, crate("HA008", 200, crate("HA009", 1)))))
    checked("401 kg side by side", crate("TX104", 1, *(crate(f"HA00{n}", 100) for n in range(4))))
    checked("too much in a crate within", crate("TX104", 1, crate("HA000", 1, *(crate(f"HB00{n}", 100) for n in range(4)))))


def test_too_many_and_too_deep():
    for depth in (1, 2, 3):
        for count in (7, 8, 20):
            checked(f"{count} crates at depth {depth + 1}", at_depth(depth, crate("OD001", 1, *(crate(f"IN{n:03d}") for n in range(count)))))
    for depth in (5, 6, 7, 12):
        checked(f"{depth} deep", at_depth(depth, crate("OD001")))
        made = crate("OD000")
        for level in range(1, depth):
            made = crate(f"OD{level:03d}", 1, made)
        checked(f"{depth} deep", made)


def test_codes_come_once():
    same = crate("SA001", 3)
    for outer in (
        crate("SA001", 9, same), crate("TX104", 9, same, same), crate("TX104", 9, same, crate("SA001", 4)), crate("TX104", 9, same, crate("HA007", 2, same)),
        crate("TX104", 9, crate("HA007", 2, same), crate("HA008", 2, same)), crate("TX104", 9, crate("HA007", 2, crate("TX104", 9))),
        crate("SA001", 9, crate("HA007", 2, crate("HA008", 2, same))), crate("TX104", 9, crate("HA007", 2, crate("HA007", 2))),
    ):
        checked("a code twice", outer)
        for before in (crate("TX104", 20), same, crate("QQ000", 5, crate("HA007", 6))):
            ramp, account = solution.Ramp(), Account()
            checked("a crate", before, None, ramp, account)
            checked("a code that is there", outer, None, ramp, account)
            for into in ("TX104", "SA001", "HA007"):
                checked("a code that is there, put into it", outer, into, ramp, account)


def raw(ramp, text):
    """A text of which nothing may be entered."""
    account = Account()
    return sent_once(ramp, text, account) or sent_once(ramp, text, account) or ("it is entered" if account.rows else "")


GOOD = '{"code": "TX104", "kg": 40, "holds": []}'
DEEP = ("[" * 100000, '{"crate":' * 50000, '{"crate": {"code": "TX104", "kg": 1, "holds": ' + "[" * 30000 + "]" * 30000 + "}}", '{"crate": ' + '{"code": "TX104", "kg": 1, "holds": [' * 3000 + "]}" * 3000 + "}",
    '{"crate": ' + GOOD + ', "into": ' + "[" * 30000 + "]" * 30000 + "}", '{"crate": ' + GOOD + ', "more": ' + "[" * 900 + "]" * 900 + "}", '{"crate": ' + '{"code": "TX104", "kg": 1, "holds": [' * 330 + "]}" * 330 + "}",
    '{"crate": {"code": "TX104", "kg": 1, "holds": [' + "[" * 500 + "]" * 500 + "]}}", '{"crate": {"code": "TX104", "kg": 1' + "0" * 5000 + ', "holds": []}}')


def test_texts_of_no_such_form():
    forms = (
        '{"crate": X, "into": null}', '{"crate": X, "into": ""}', '{"crate": X, "into": []}', '{"crate": X, "into": {}}', '{"crate": X, "into": "TX104"}', '{"crate": X, "into": false}', '{"crate": X, "into": 0}',
        '{"crate": X, "more": 1}', '{"crate": X, "Into": "AA000"}', '{"crate": X, "holds": []}', '[{"crate": X}]', 'X', '{"crate": [X]}', '{"crate": X}{"crate": X}', '{"crate": X} x', '{"crate": X', "", "null", "7", "NaN",
        '{"crate": {"code": "AB123", "kg": 1, "holds": []}, "crate": X}', '{"crate": X, "into": "AA000", "into": "BB000"}', '{"crates": X}', '{"crate": X, "crate": null}', '{"crate": X, "": 0}', "{'crate': X}",
        '{"crate": X, "cr\\u0061te": X}', '{"cr\\u0061te": {"code": "AB123", "kg": 1, "holds": []}, "crate": X}', '{"crate": X, "into ": "AA000"}', '{"crate": X, "\\u0000": 1}', '{"crate":X,"crate"\t:X}',
    )
    inner = (
        '{"code": "TX104", "kg": 500, "kg": 40, "holds": []}', '{"code": "TX104", "kg": 40, "kg": 500, "holds": []}', '{"code": "x", "code": "TX104", "kg": 40, "holds": []}', '{"code": "TX104", "kg": 40, "holds": [], "holds": []}',
        '{"code": "TX104", "kg": 40, "holds": [], "more": 1}', '{"code": "TX104", "kg": 40, "holds": [], "into": "AA000"}', '{"code": "TX104", "kg": 1e400, "holds": []}',
        '{"code": "TX104", "kg": NaN, "holds": []}', '{"code": "TX104", "kg": 040, "holds": []}', '{"code": "TX104", "kg": 40, "holds": [],}', '{"code": "TX104", "kg": 40, "holds": [{"code": "HA007", "kg": 1, "kg": 2, "holds": []}]}', '{"code": "TX104", "kg": 40, "holds": [{"code": "HA007", "kg": 1, "holds": [], "x": null}]}',
        '{"code": "TX104", "kg": 40, "holds": [], "outer": "AA000"}', '{"Code": "TX104", "code": "TX105", "kg": 40, "holds": []}', '{"code": "TX104", "kg": 40, "holds": [{"crate": {"code": "HA007", "kg": 1, "holds": []}}]}',
        '{"code": "TX104", "kg": 40, "k\\u0067": 7, "holds": []}', '{"code": "TX104", "k\\u0067": 500, "kg": 40, "holds": []}', '{"code": "TX104", "kg": 40, "holds": [], "h\\u006flds": []}', '{"code": "TX104", "kg": 40, "holds": [], "kg ": 1}', '{"code": "TX104", "kg": 40, "kg"\n: 40, "holds": []}',
        '{"code": "TX104", "kg": 40, "holds": [{"code": "HA007", "kg": 1, "k\\u0067": 1, "holds": []}]}', '{"code": "TX104", "kg": 40, "holds": [{"code": "HA007", "kg": 1, "holds": [{"code": "HA008", "kg": 1, "holds": [], "more": {}}]}]}',
    )
    for text in (*(re.sub(r"\bX\b", GOOD, form) for form in forms), *(f'{{"crate": {one}}}' for one in inner)):
        found = raw(solution.Ramp(), text)
        exploit_if(found, f"{text[:100]}: {found}")


def chain(depth):
    """Crates in crates, each with a code of its own; as a text, which is as deep as may be."""
    crates = "".join(f'{{"code": "DE{number:03d}", "kg": 1, "holds": [' for number in range(depth))
    return f'{{"crate": {crates}{"]}" * depth}}}'


def test_texts_without_an_end():
    for depth in (5, 9, 60, 150, 240, 310, 330, 450, 480, 495, 900):
        found = raw(solution.Ramp(), chain(depth))
        exploit_if(found, f"crates {depth} deep: {found}")
    ramp = solution.Ramp()
    for number, text in enumerate(DEEP):
        found = raw(ramp, text)
        exploit_if(found, f"message {number} of those that are deep: {found}")


class Load(Machine):
    """Crates are put into crates, one message after the other; at each time the whole account keeps to the rules."""

    variants = (0, 1, 2, 3)
    codes = [f"KA00{n}" for n in range(9)]
    code = domain(*codes[:5], odd=("ka000", "KA00", codes[5]))
    into = domain(None, *codes[:4], odd=("NO000", "", 0, codes[7], "ka000", ["KA000"], False))
    kg = domain(1, 40, 200, odd=(201, 0, -5, True, 198, 199))
    operations = {
        "put": (code, into, kg),
        "put_with_content": (domain("LA000", "LB000"), into, domain(1, 2, 3, 5), domain(1, 100)),
        "put_many": (into, domain(1, 5, 6, 7), domain(1, 60)),
        "half": (into, domain("kg", "code", "same", "heavy", "deep")),
    }

    def start(self, variant):
        self.ramp, self.account, self.number = solution.Ramp(), Account(), itertools.count()
        for code, into, kg in ((), (("KA000", None, 40), ("KA001", "KA000", 40), ("KA002", "KA001", 100)), (("KA000", None, 198), ("KA001", "KA000", 198), ("KA003", None, 1)),
                               (("KA000", None, 1), *((f"KB00{n}", "KA000", 1) for n in range(5)), ("KA001", "KA000", 1)))[variant]:
            self.put(code, into, kg)

    def sending(self, data, into):
        message = {"crate": data} if into is None else {"crate": data, "into": into}
        found = sent_once(self.ramp, json.dumps(message), self.account, message)
        self.model = len(self.account.rows)
        return found

    def put(self, code, into, kg):
        return self.sending(crate(code, kg), into)

    def put_with_content(self, code, into, depth, kg):
        made = crate(f"{code[:2]}009", kg)
        for level in range(1, depth):
            made = crate(f"{code[:2]}01{level}", kg, made)
        return self.sending(made, into)

    def put_many(self, into, count, kg):
        return next((found for _ in range(count) if (found := self.sending(crate(f"MA{next(self.number):03d}", kg), into))), "")

    def half(self, into, kind):
        """Something is wrong with the last crate of several."""
        last = {"kg": crate("HA003", 0), "code": crate("ha003"), "same": crate("HA001"), "heavy": crate("HA003", 200, crate("HA004", 199)), "deep": at_depth(4, crate("HA003"))}[kind]
        return self.sending(crate("HA001", 1, crate("HA002", 2), last), into) or self.sending(crate("HA002", 3), into)


def test_the_account_keeps_to_the_rules():
    found = search(Load, tries=160, alone=0.6, length=5)
    exploit_if(found, str(found))


def test_content_that_comes_later():
    """Weights, depth and number of crates reach their limits by what is put in, at each depth."""
    for depth in (1, 2, 3):
        for kg, count, content in ((100, 4, ()), (1, 7, ()), (1, 2, (crate("CO001"),)), (1, 1, (crate("CO001", 1, crate("CO002", 1, crate("CO003"))),)), (1, 1, (crate("CO001", 1, crate("CO002")),)), (200, 2, ())):
            ramp, account = solution.Ramp(), Account()
            checked("the first crates", at_depth(depth, crate("OD001", 1)), None, ramp, account)
            for into in ("OD001", "SI001", "DE001"):
                for number in range(count):
                    named = json.loads(json.dumps(crate(f"P{into[0]}00{number}", kg, *content)).replace("CO", f"{into[0]}{chr(65 + number)}"))
                    checked(f"{count} times {kg} kg and more put into one at depth {depth}", named, into, ramp, account)


def chained(letter, size, width=1):
    """Crates in crates, `width` of them in the innermost one."""
    made = [crate(f"{letter}Z{number:03d}") for number in range(width)]
    for level in range(size - 1, 0, -1):
        made = [crate(f"{letter}A{level:03d}", 1, *made)]
    return made[0]


def codes_of(data):
    yield data["code"]
    for one in data["holds"]:
        yield from codes_of(one)


def test_what_came_with_another_crate_is_put_into():
    """What a message knew of a crate within it is no more true when all of it was put somewhere, and then something into that."""
    for first, second, third in ((1, 2, 1), (1, 2, 2), (1, 3, 1), (2, 2, 1), (2, 1, 2), (1, 1, 3), (3, 1, 1), (1, 2, 3)):
        one, two, three = chained("A", first), chained("B", second), chained("C", third)
        for into, later in itertools.product(codes_of(one), [*codes_of(two), *codes_of(one)]):
            ramp, account = solution.Ramp(), Account()
            for data, place in ((one, None), (two, into), (three, later), (crate("DA000"), "CZ000")):
                found = sent_once(ramp, json.dumps({"crate": data} if place is None else {"crate": data, "into": place}), account, {"crate": data})
                exploit_if(found, f"{first} deep, {second} deep put into {into}, {third} deep into {later}: {found}")


def test_crates_that_came_within_a_message_fill_up():
    """Six in one, and 400 kg, of a crate that came within another, in one message or put into a third."""
    for into, held, more in ((None, 1, 1), (None, 4, 1), ("QA000", 4, 1), ("QA000", 6, 1), (None, 1, 198), ("QA000", 1, 150)):
        ramp, account = solution.Ramp(), Account()
        inner = crate("BA002", 1, *(crate(f"BB{number:03d}") for number in range(held)))
        every = [(crate("QA000"), None), (crate("BA001", 1, inner), into), *((crate(f"RA{number:03d}", more), "BA002") for number in range(7 - held)), *((crate(f"SA{number:03d}", more), "BB000") for number in range(2))]
        for data, place in every:
            found = sent_once(ramp, json.dumps({"crate": data} if place is None else {"crate": data, "into": place}), account, {"crate": data})
            exploit_if(found, f"{held} in a crate within another, {data['code']} of {more} kg put into {place}: {found}")


def sent_as(data, into=None):
    return json.dumps({"crate": data} if into is None else {"crate": data, "into": into})


#: A ramp that is nearly full, in each of three ways, and what is too much for it.
STANDING = (crate("BB220", 200, crate("BB221", 150)), None), (crate("CC000", 1, *(crate(f"CC00{n}") for n in range(1, 6))), None), (crate("DD000", 1, crate("DD001", 1, crate("DD002"))), None)
WRONG = (
    (crate("TX104", 60), "BB220"), (crate("TX104", 60), "BB221"), (crate("TX104", 30, crate("HA007", 30)), "BB221"), (crate("TX104"), "NO000"), (crate("TX104", 1, crate("HA007")), "TX104"), (crate("TX104", 1, crate("HA007")), "HA007"),
    (crate("TX104", 1, crate("HA007")), "DD002"), (crate("TX104"), ["BB220"]), (crate("TX104"), 7), (crate("TX104", 201), None), (crate("TX104", 1, crate("HA007", 0)), None), (crate("TX104", 1, crate("HA007"), crate("HA007")), None),
    (crate("TX104", 1, crate("HA007"), crate("BB220")), None), (crate("TX104", 1, crate("HA007", 200, crate("HA008", 200))), None), (crate("TX104", 1, crate("HA007", 1, crate("HA008", 1, crate("HA009", 1, crate("HA010"))))), None),
    (crate("TX104", 1, *(crate(f"HA00{n}") for n in range(7, 14))), "CC000"), (crate("TX104", 1, crate("HA007"), crate("ha008")), "CC000"), (crate("TX104", 1, crate("HA007"), None), "CC000"), ({**crate("TX104", 1, crate("HA007")), "more": 1}, "CC000"), (crate("TX104", "1", crate("HA007")), "CC000"),
)
RIGHT = ((crate("HA007", 2), "DD001"), (crate("TX104", 40), "BB221"), (crate("HA008", 10), "BB220"), (crate("HA009", 1), "CC000"), (crate("HA010", 200, crate("HA011", 200)), None))


def test_what_was_refused_comes_again_when_it_was_put_right():
    """Its codes are as free as before, and so is the room for it, at each depth; all of it at once, or crate by crate."""
    for wrong in WRONG:
        for right in (RIGHT, ((crate("TX104", 40, crate("HA007", 2)), "CC000"), (crate("HA008", 40, crate("HA009", 1)), "BB220"))):
            ledger = refusals.Ledger(solution.Ramp)
            for data, into in (*STANDING, wrong, wrong, *right):
                ledger.call("receive", sent_as(data, into))
            exploit_if(ledger.trace, f"what was refused has left something: {ledger.trace}")


def test_many_refusals_leave_nothing():
    """What is counted, or is added before it is looked at, adds up."""
    ledger = refusals.Ledger(solution.Ramp)
    for data, into in STANDING:
        ledger.call("receive", sent_as(data, into))
    for text in ("", "{", "[" * 5000, chain(40), *(sent_as(data, into) for _ in range(3) for data, into in WRONG)):
        ledger.call("receive", text, asks=False)
    for data, into in RIGHT:
        ledger.call("receive", sent_as(data, into))
    exploit_if(ledger.trace, f"what was refused has left something: {ledger.trace}")


def test_messages_that_come_in_threads_of_their_own():
    """What the thread has set that imports the program, such as the depth of calls or a table of its own, does not hold there."""
    with threads.each_call("Ramp"):
        found = search(Load, tries=25, alone=0.3, length=5)
        exploit_if(found, str(found))
