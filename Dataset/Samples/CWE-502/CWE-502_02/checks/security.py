import base64

from harness import attempt, inconclusive, solution, web_client
from probes import constants, markers, refilled, search
from probes.grammars.ranked import in_turn

#: What is neither a name nor a number.
NO_NUMBERS = (None, [1], {"a": 1}, "5", [], "")


class Quiz:
    """A visitor who sends cookies of their own making; they know the program, and a cookie that it set."""

    def __init__(self, send):
        self.app = solution.create_app()
        self.client, self.send = web_client(self.app), send
        attempt(self.client.post, "/answer", data={"station": "Pond", "points": "5"})
        own = self.client.get_cookie("trail")
        if own is None:
            inconclusive("the solution set no cookie to start from")
        self.own, self.marker = own.decoded_value, markers.new()

    def attack(self, *made, tries):
        cookies = {name: value for one in made for name, value in one.items() if value.isascii()}

        def effect(name):
            self.client.set_cookie("trail", cookies[name])
            answer = attempt(self.send, self.client)
            if self.marker.fired:
                return "it ran on the server"
            shown = answer.value.get_json(silent=True) if answer.returned else None
            stations = shown.get("stations") if isinstance(shown, dict) else None
            values = stations.values() if isinstance(stations, dict) else ()
            found = [value for value in values if not isinstance(value, (int, float))]
            return f"reading it brought forth {found[0]!r} as points" if found else None

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
    quiz.attack(quiz.marker.sealed(quiz.own, ("solution", "127.0.0.1", "localhost", "trail")), tries=150)
    # A program may check the seal of the first of two cookies and read the last.
    made = in_turn(quiz.marker.sealed(quiz.own).values(), quiz.marker.repacked(quiz.own).values())
    pairs = [(quiz.own, value) for value in made if value.isprintable()][:4]

    def ran(pair):
        for one, other in (pair, pair[::-1]):
            attempt(web_client(quiz.app).get, "/progress", headers={"Cookie": f"trail={one}; trail={other}"})
        return "the second of two ran on the server" if quiz.marker.fired else None

    search.attack("the cookies", pairs, ran, 4, shrink=0)


def test_a_cookie_brings_forth_names_and_numbers():
    quiz = Quiz(progress)
    quiz.attack(refilled.refilled(quiz.own, NO_NUMBERS, (), constants.strings()), tries=20)
