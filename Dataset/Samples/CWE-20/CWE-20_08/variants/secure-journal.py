import json
import string


class Refused(ValueError):
    pass


class Kitty:
    """A journal of JSON lines from which everything is worked out."""

    def __init__(self, people):
        self.people = tuple(people)
        self.journal = []

    def spend(self, payer, amount, nights):
        self.known(payer, *nights)
        if not nights:
            raise Refused("nobody")
        for count in nights.values():
            if repr(count) not in map(str, range(1, 61)):
                raise Refused(count)
        return self.note("spent", payer, whole(amount), list(nights.items()))

    def hand(self, giver, taker, amount):
        self.known(giver, taker)
        self.note("handed", giver, whole(amount), [(taker, 1)])

    def correct(self, number, amount):
        self.expense(number)
        self.note("corrected", number, whole(amount), [])

    def note(self, *entry):
        self.journal.append(json.dumps(entry))
        return sum(line.startswith('["spent"') for line in self.journal)

    def known(self, *names):
        for name in names:
            if name not in self.people:
                raise KeyError(name)

    def expense(self, number):
        entries = [json.loads(line) for line in self.journal]
        spent = [entry for entry in entries if entry[0] == "spent"]
        if number not in range(1, len(spent) + 1):
            raise KeyError(number)
        _, payer, cents, nights = spent[number - 1]
        for kind, of, corrected, _ in entries:
            if kind == "corrected" and of == number:
                cents = corrected
        return payer, cents, nights

    def split(self, number):
        _, cents, nights = self.expense(number)
        total = sum(count for _, count in nights)
        marks = [cents * sum(count for _, count in nights[:place]) // total for place in range(len(nights) + 1)]
        return {name: marks[place + 1] - marks[place] for place, (name, _) in enumerate(nights)}

    def parts(self, number):
        return {name: euros(cents) for name, cents in self.split(number).items()}

    def balances(self):
        owed = dict.fromkeys(self.people, 0)
        spent = 0
        for kind, who, cents, others in map(json.loads, self.journal):
            if kind == "handed":
                owed[who] += cents
                owed[others[0][0]] -= cents
            elif kind == "spent":
                spent += 1
                for name, part in self.split(spent).items():
                    owed[name] -= part
                    owed[who] += part
        return {name: euros(cents) for name, cents in owed.items()}


def whole(amount):
    euro, point, cent = amount.partition(".")
    if not euro or not set(euro + cent) <= set(string.digits) or len(cent) != 2 * len(point) or len(euro) > 9:
        raise Refused(amount)
    if 0 < (cents := int(euro + (cent or "00"))) <= 20000_00:
        return cents
    raise Refused(amount)


def euros(cents):
    text = f"{abs(cents):03}"
    return "-" * (cents < 0) + text[:-2] + "." + text[-2:]
