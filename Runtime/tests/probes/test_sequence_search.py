"""The search finds planted gaps, shrinks them, takes the same steps in every run, and leaves sound programs alone."""

import unicodedata
import unittest

import fakes  # noqa: F401  (makes `probes` and a stand-in for `harness` importable)

from probes.machines import plans, values
from probes.machines.domains import domain
from probes.machines.machine import Machine, Step
from probes.machines.search import search, walk

#: A gift of points between accounts, with a place for each condition. What a condition names is refused.
GIFT = """
def give(accounts, sender, receiver, amount):
    {before}
    if {kind} or {size} or {same} or {known}:
        return
    {between}
    if {enough}:
        return
    left, more = accounts[sender] - amount, accounts[receiver] + amount
    accounts[sender] = left
    accounts[receiver] = more
"""
SOUND = {
    "before": "pass",
    "kind": "type(amount) is not int",
    "size": "amount <= 0",
    "same": "sender == receiver",
    "between": "pass",
    "known": "type(sender) is not str or type(receiver) is not str or {sender, receiver} - accounts.keys()",
    "enough": "accounts[sender] < amount",
}
FLAWS = {
    "kind": (
        "False",
        "not isinstance(amount, (int, float))",
        "amount != amount",
        "isinstance(amount, str)",
        "amount is None",
        "isinstance(amount, (str, bool, list, dict, type(None)))",
        "not str(amount).replace('.', '').isdigit()",
        "isinstance(amount, float) and amount < 1",
        "isinstance(amount, float) and amount != int(amount)",
    ),
    "size": (
        "False",
        "amount == 0",
        "not amount",
        "amount == -1",
        "amount < -1000",
        "abs(amount) > 1000",
        "amount > 60",
        "-5 < amount < 1",
    ),
    "same": ("False", "sender == receiver == 'thief'", "sender == receiver and amount > 20"),
    "enough": ("False", "accounts[sender] <= 0", "accounts[sender] + 1 < amount", "accounts[sender] < amount / 2"),
    "between": (
        "sender, receiver = sender.strip(), receiver.strip()",
        "receiver = receiver.casefold()",
        "import unicodedata; receiver = unicodedata.normalize('NFKC', receiver)",
        "receiver = receiver.replace('\\0', '')",
    ),
}
TIDIED = "type(sender) is not str or type(receiver) is not str or {tidy(sender), tidy(receiver)} - accounts.keys()"
TIDYING = {
    "strip": "str.strip",
    "casefold": "str.casefold",
    "NFKC": "lambda t: __import__('unicodedata').normalize('NFKC', t)",
    "replace": "lambda t: t.replace('\\0', '')",
}


def gift(**changed: str):
    names: dict = {}
    exec(GIFT.format(**{**SOUND, **changed}), names)
    return names["give"]


class Gifts(Machine):
    """Points come from the sender, and none is made."""

    odd = [*values.alike("thief"), *values.alike("victim"), *values.NOTHING]
    operations = {
        "give": (
            domain("thief", "victim", odd=odd),
            domain("victim", "thief", odd=odd),
            domain(20, 60, odd=[*values.not_whole(20), *values.around(0, 60), *values.WIDTHS]),
        ),
    }
    solution = staticmethod(gift())

    def start(self, variant) -> None:
        self.model = {"thief": 60, "victim": 800}

    def give(self, sender, receiver, amount) -> str:
        before = dict(self.model)
        try:
            type(self).solution(self.model, sender, receiver, amount)
        except Exception:
            self.model = before
            return ""
        if any(type(value) is not int or value < 0 for value in self.model.values()) or sum(self.model.values()) != 860:
            return f"{before} became {self.model}"
        return (
            "points were taken from the receiver"
            if self.model.get("victim", 0) < before["victim"] and sender == "thief"
            else ""
        )


def using(machine: type[Machine], solution) -> type[Machine]:
    return type(machine.__name__, (machine,), {"solution": staticmethod(solution)})


class PlantedGaps(unittest.TestCase):
    def test_a_sound_program_is_left_alone(self) -> None:
        self.assertIsNone(search(Gifts, tries=1500))

    def test_a_condition_that_forgets_something_is_found(self) -> None:
        missed = []
        for place, conditions in FLAWS.items():
            for condition in conditions:
                changed = {place: condition}
                if place == "between":
                    tidying = next(code for name, code in TIDYING.items() if name in condition)
                    changed |= {"known": TIDIED, "before": f"tidy = {tidying}"}
                if search(using(Gifts, gift(**changed)), tries=600) is None:
                    missed.append((place, condition))
        self.assertEqual(missed, [])
        self.assertGreaterEqual(sum(map(len, FLAWS.values())), 20)

    def test_the_finding_is_short_and_plain(self) -> None:
        found = search(using(Gifts, gift(size="False")), tries=600)
        self.assertEqual(len(found.steps), 1)
        self.assertEqual(found.steps[0].arguments[:2], ("thief", "victim"))
        self.assertIn("give('thief', 'victim', -", str(found))


#: A pointer into a list of which only the first three entries are public.
GUIDE = """
class Guide:
    def __init__(self):
        self.at = 0
    def select(self, typed):
        try:
            {parse}
        except (ValueError, TypeError):
            return "no"
        if {refuse}:
            {refusal}
            return "no"
        self.at = number - 1
        return self.told()
    def back(self):
        {back}
        return self.told()
    def forward(self):
        {forward}
        return self.told()
    def told(self):
        return ["a", "b", "c", "secret 1", "secret 2"][self.at]
"""
GUIDE_SOUND = {
    "parse": "number = int(typed)",
    "refuse": "not 1 <= number <= 3",
    "refusal": "pass",
    "back": "self.at = max(self.at - 1, 0)",
    "forward": "self.at = (self.at + 1) % 3",
}
GUIDE_FLAWS = (
    {"refuse": "number > 3"},
    {"refuse": "number < 1"},
    {"refuse": "number == 0 or number > 3"},
    {"refuse": "not 0 <= number <= 3"},
    {"refuse": "not 1 <= number <= 4"},
    {"refuse": "not 1 <= abs(number) <= 3"},
    {"refuse": "False"},
    {"refuse": "str(typed).startswith('-') or number > 3"},
    {"refuse": "str(typed) == '0' or number > 3 or number < 0"},
    {"refusal": "self.at = number - 1"},
    {"refusal": "self.at = min(number, 4)"},
    {"refusal": "self.at -= 1", "back": "self.at -= self.at != 0"},
    {"back": "self.at -= 1"},
    {"back": "self.at = self.at - 1 if self.at != 0 else -1"},
    {"back": "self.at = self.at - 1 or 0"},
    {"back": "self.at = abs(self.at - 2)", "forward": "self.at += self.at < 2 or 2"},
    {"forward": "self.at += 1"},
    {"forward": "self.at = (self.at + 1) % 4"},
    {"forward": "self.at = (self.at + 1) % 5"},
    {"forward": "self.at += 1 if self.at != 3 else -3"},
    {"back": "self.at = (self.at - 1) % 5"},
)


def guide(**changed: str):
    names: dict = {}
    exec(GUIDE.format(**{**GUIDE_SOUND, **changed}), names)
    return names["Guide"]


class Tour(Machine):
    """No secret is told."""

    typed = domain(
        "2", "3", "1", odd=["0", "-1", "4", "-2", "5", "9", *values.number_texts(0), *values.number_texts(-1), None, ""]
    )
    operations = {"select": (typed,), "back": (), "forward": ()}
    solution = guide()

    def start(self, variant) -> None:
        self.guide = type(self).solution()

    def told(self, method: str, *arguments) -> str:
        try:
            answer = getattr(self.guide, method)(*arguments)
        except IndexError:
            return ""
        return "a secret was told" if "secret" in answer else ""

    def select(self, typed) -> str:
        return self.told("select", typed)

    def back(self) -> str:
        return self.told("back")

    def forward(self) -> str:
        return self.told("forward")


class PlantedGapsInSequences(unittest.TestCase):
    def test_a_sound_program_is_left_alone(self) -> None:
        self.assertIsNone(search(Tour, tries=1500))

    def test_a_state_that_goes_astray_is_found(self) -> None:
        missed = []
        for flaw in GUIDE_FLAWS:
            machine = type("Tour", (Tour,), {"solution": guide(**flaw)})
            if search(machine, tries=400) is None:
                missed.append(flaw)
        self.assertEqual(missed, [])
        self.assertGreaterEqual(len(GUIDE_FLAWS), 20)

    def test_a_sequence_is_as_short_as_it_can_be(self) -> None:
        found = search(type("Tour", (Tour,), {"solution": guide(forward="self.at += 1")}), tries=400)
        self.assertEqual([step.name for step in found.steps], ["select", "forward"])


class Steps(unittest.TestCase):
    def test_the_steps_are_the_same_in_every_run(self) -> None:
        def first(count: int) -> list[str]:
            drawn = plans.sequences(Gifts.operations, 4, "Gifts")
            return [str(step) for _ in range(count) for step in next(drawn)]

        self.assertEqual(first(30), first(30))
        self.assertEqual([*map(str, plans.singles(Gifts.operations))], [*map(str, plans.singles(Gifts.operations))])

    def test_usual_steps_come_before_odd_ones_and_each_odd_value_comes_once_before_any_comes_twice(self) -> None:
        operations = {"put": (domain(1, 2, odd=(0, -1)), domain("a", odd=("", None)))}
        arguments = [step.arguments for step in plans.singles(operations)]
        self.assertEqual(arguments[:2], [(1, "a"), (2, "a")])
        self.assertEqual(arguments[2:6], [(0, "a"), (1, ""), (-1, "a"), (1, None)])

    def test_no_more_steps_are_taken_than_allowed(self) -> None:
        taken = []

        class Counted(Gifts):
            def give(self, *arguments) -> str:
                taken.append(arguments)
                return ""

        search(Counted, tries=77)
        self.assertEqual(len(taken), 77)

    def test_steps_are_not_taken_again_where_each_is_on_its_own(self) -> None:
        taken = []

        class Counted(Gifts):
            operations = {"give": (domain("thief"), domain("victim", "thief"), domain(1, odd=(0,)))}

            def give(self, *arguments) -> str:
                taken.append(arguments)
                return ""

        search(Counted, tries=77, alone=1)
        self.assertEqual(len(taken), len(set(taken)))

    def test_a_step_behind_one_that_changed_the_model_is_on_its_own(self) -> None:
        seen = []

        class Watched(Gifts):
            def start(self, variant) -> None:
                super().start(variant)
                seen.append("start")

        changes: list[Step] = []
        walk(Watched, [Step("give", ("thief", "victim", 20)), Step("give", ("thief", "victim", 0))], changes=changes)
        self.assertEqual((seen, len(changes)), (["start", "start"], 1))


class Values(unittest.TestCase):
    def test_no_spelling_is_the_name_itself(self) -> None:
        for name in ("ada", "C-7", "42"):
            self.assertNotIn(name, values.alike(name))

    def test_what_is_read_as_a_number_is_among_its_texts(self) -> None:
        for number in (0, 7, -1):
            readable = [text for text in values.number_texts(number) if text.strip("\0").strip() and _is(text, number)]
            self.assertGreaterEqual(len(readable), 6, number)

    def test_resized_texts_cross_the_limit_in_each_way_of_measuring(self) -> None:
        texts = [text for text in values.resized(24) if text.isprintable() or "\0" in text]
        sizes = {
            "bytes": lambda text: len(text.encode("utf-8", "replace")),
            "letters": len,
            "composed": lambda text: len(unicodedata.normalize("NFC", text).encode("utf-8", "replace")),
            "tidied": lambda text: len(text.strip().strip("\0").encode("utf-8", "replace")),
        }
        for name, size in sizes.items():
            if name != "bytes":
                self.assertTrue(any(size(text) <= 24 < sizes["bytes"](text) for text in texts), name)

    def test_what_counts_as_one_value_is_told_by_type(self) -> None:
        self.assertEqual(domain(1, odd=(True, 1.0, 1, float("nan"), float("nan"))).odd[:2], (True, 1.0))
        self.assertEqual(len(domain(1, odd=(True, 1.0, 1, float("nan"), float("nan"))).odd), 3)


def _is(text: str, number: int) -> bool:
    try:
        return int(text) == number
    except ValueError:
        return False


if __name__ == "__main__":
    unittest.main()
