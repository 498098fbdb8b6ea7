import base64
import re
import time

from harness import attempt, exploit_if, inconclusive, solution, web_client
from probes import constants, markers, pickle_payloads, refilled, search
from probes.grammars.ranked import in_turn

#: What only a call makes of a name or a number.
RESULTS = {str(result) for *_, result in pickle_payloads.PLAIN_CALLS if isinstance(result, (str, int, float))}
#: What is neither a name nor a number.
NO_NUMBERS = (None, [1], {"a": 1}, "5", [], "")
NO_NUMBERS_WRITTEN = ("[1]", "None", "null", "'x'", "{}", "()")


def brought_forth(shown):
    """What an answer holds that no cookie may bring forth, or None."""
    stations, points = shown.get("stations", {}), shown.get("points", 0)
    values = [*stations.values(), points] if isinstance(stations, dict) else [stations]
    found = [value for value in values if not isinstance(value, (int, float))]
    found += [value for key, value in shown.items() if key not in ("stations", "points") and value == refilled.MORE]
    if found:
        return f"reading it brought forth {found[0]!r}"
    if called := RESULTS & {str(part) for pair in stations.items() for part in pair}:
        return f"reading it called something: {min(called)} is in no cookie"
    total = sum(stations.values())
    return f"it was believed that the points are {points}, and they are {total}" if abs(points - total) > 0.01 else None


class Quiz:
    """A visitor who sends cookies of their own making; they know the program, and a cookie that it set."""

    def __init__(self, send):
        self.app = solution.create_app()
        self.client, self.send = web_client(self.app), send
        for station, points in (("Pond", "5"), ("Hive", "7")):
            attempt(self.client.post, "/answer", data={"station": station, "points": points})
        own = self.client.get_cookie("trail")
        if own is None:
            inconclusive("the solution set no cookie to start from")
        self.own, self.marker = own.decoded_value, markers.new()
        attempt(progress, self.client)  # a program may remember a seal that it has seen

    def attack(self, *made, tries):
        cookies = {name: value for one in made for name, value in one.items() if value.isascii()}

        def effect(name):
            self.client.set_cookie("trail", cookies[name])
            answer = attempt(self.send, self.client)
            if self.marker.fired:
                return "it ran on the server"
            shown = answer.value.get_json(silent=True) if answer.returned and answer.value.status_code == 200 else None
            return brought_forth(shown) if isinstance(shown, dict) else None

        names = [[name for name in one if name in cookies] for one in made]
        search.attack("the cookie", in_turn(*names), effect, tries, shrink=0)


def progress(client):
    return client.get("/progress")


def test_a_cookie_runs_nothing():
    quiz = Quiz(progress)
    pickles = {f"{name}, in base64": base64.b64encode(data).decode() for name, data in quiz.marker.pickles().items()}
    made = (quiz.marker.embedded(quiz.own), quiz.marker.repacked(quiz.own), pickles)
    quiz.attack(*made, quiz.marker.other_formats(quiz.own), tries=170)


def test_a_cookie_with_an_answer_runs_nothing():
    quiz = Quiz(lambda client: client.post("/answer", data={"station": "Hive", "points": "1"}))
    quiz.attack(quiz.marker.embedded(quiz.own), quiz.marker.repacked(quiz.own), tries=12)


def test_a_cookie_with_a_seal_of_the_visitor_runs_nothing():
    quiz = Quiz(progress)
    # A key may be made of the second in which the service started.
    words = ("solution", "127.0.0.1", "localhost", "trail", *constants.strings(), *constants.timed(time.time()))
    quiz.attack(quiz.marker.sealed(quiz.own, words), tries=150)
    # A program may check the seal of the first of two cookies and read the last.
    made = in_turn(quiz.marker.sealed(quiz.own).values(), quiz.marker.repacked(quiz.own).values())
    pairs = [(quiz.own, value) for value in made if value.isprintable()][:4]

    def ran(pair):
        for one, other in (pair, pair[::-1]):
            attempt(web_client(quiz.app).get, "/progress", headers={"Cookie": f"trail={one}; trail={other}"})
        return "the second of two ran on the server" if quiz.marker.fired else None

    search.attack("the cookies", pairs, ran, 4, shrink=0)


def test_a_cookie_brings_forth_names_and_numbers():
    for send in (progress, lambda client: client.post("/answer", data={"station": "Oak", "points": "1"})):
        quiz = Quiz(send)
        changed = refilled.refilled(quiz.own, NO_NUMBERS, (), constants.strings())
        quiz.attack(refilled.enlarged(quiz.own), changed, tries=32)


def test_no_points_pass_a_look_that_the_service_could_not_have_set():
    """Numbers that a format can carry: whoever looks at the points has to refuse them all. A service that looks at no
    points in its cookie, which holds plain names and numbers all the same, is left alone."""
    quiz = Quiz(progress)

    def believed(value):
        word = repr(value)
        made = refilled.refilled(quiz.own, (value,), ()) | refilled.spliced(quiz.own, {"5": (word,), "7": (word,)})
        for cookie in made.values():
            quiz.client.set_cookie("trail", cookie)
            answer = attempt(progress, quiz.client).value
            shown = answer.get_json(silent=True) if answer is not None and answer.status_code == 200 else None
            stations = shown.get("stations") if isinstance(shown, dict) else None
            if any(same(points, value) for points in (stations.values() if isinstance(stations, dict) else ())):
                return True
        return False

    def settable(value):
        answer = attempt(web_client(quiz.app).post, "/answer", data={"station": "Oak", "points": repr(value)}).value
        return answer is not None and answer.status_code == 200 and repr(value).encode() in answer.data

    limits = [not believed(value) for value in (9005, -9005)]
    looks = any(limits) or not believed(0.5)
    odd = [float("nan"), float("inf"), float("-inf")] * looks + [0.5, 10.5, 1e300] * any(limits) + [11, -1] * all(limits)

    def found(value):
        return "it was believed, and no service sets it" if believed(value) and not settable(value) else None

    search.attack("a cookie with the points", odd, found, len(odd), shrink=0)


def same(points, value):
    return isinstance(points, (int, float)) and (points == value or points != points and value != value)


def test_a_cookie_calls_nothing():
    quiz = Quiz(progress)
    calls = [call[:3] for call in pickle_payloads.PLAIN_CALLS]
    quiz.attack(refilled.calling(quiz.own, calls), tries=60)


def test_a_cookie_in_a_format_of_its_own_runs_nothing():
    quiz = Quiz(progress)
    code = (quiz.marker.python, quiz.marker.python_bare, *NO_NUMBERS_WRITTEN)
    apart = refilled.delimited(quiz.own, "Pond", "Hive", code[:2])
    quiz.attack(refilled.spliced(quiz.own, {"Pond": code, "5": code, "7": code}), apart, tries=100)


def test_no_other_cookie_or_field_runs_anything():
    """A program may still read a cookie of an earlier kind, under another name."""
    quiz = Quiz(progress)
    words = [word for word in constants.strings() if re.fullmatch(r"[\w-]{1,20}", word)][:40]
    for data in (quiz.marker.pickle(), quiz.marker.python.encode()):
        for packed in (base64.b64encode(data).decode(), base64.urlsafe_b64encode(data).decode(), data.hex()):
            named = dict.fromkeys(words, packed)
            for name, value in named.items():
                quiz.client.set_cookie(name, value)
            quiz.client.delete_cookie("trail")
            attempt(quiz.client.get, "/progress", query_string=named, headers={word: packed for word in words})
            exploit_if(quiz.marker.fired, "it ran on the server, out of another cookie, field or header")
