MOST_CENTS = 2_000_000
MOST_NIGHTS = 60


def cents_of(typed):
    cents = round(float(typed) * 100)
    if not 1 <= cents <= MOST_CENTS:
        raise ValueError("an amount is 0.01 to 20000.00 euros")
    return cents


def shown(cents):
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02}"


class Kitty:
    def __init__(self, people):
        self._people = list(people)
        self._expenses = {}
        self._handed = []

    def _check_names(self, names):
        for name in names:
            if name not in self._people:
                raise KeyError(name)

    def spend(self, payer, amount, nights):
        self._check_names([payer, *nights])
        if not nights or not all(type(count) is int and 1 <= count <= MOST_NIGHTS for count in nights.values()):
            raise ValueError("people stay for 1 to 60 nights")
        cents = cents_of(amount)
        number = len(self._expenses) + 1
        self._expenses[number] = (payer, cents, dict(nights))
        return number

    def correct(self, number, amount):
        payer, _, nights = self._expenses[number]
        self._expenses[number] = (payer, cents_of(amount), nights)

    def hand(self, giver, taker, amount):
        self._check_names([giver, taker])
        self._handed.append((giver, taker, cents_of(amount)))

    def _parts(self, number):
        """Each part ends where the nights up to here end, so that nothing is left over."""
        _, cents, nights = self._expenses[number]
        parts, so_far, given = {}, 0, 0
        for name, count in nights.items():
            so_far += count
            end = cents * so_far // sum(nights.values())
            parts[name] = end - given
            given = end
        return parts

    def parts(self, number):
        return {name: shown(part) for name, part in self._parts(number).items()}

    def balances(self):
        balances = dict.fromkeys(self._people, 0)
        for number, (payer, cents, _) in self._expenses.items():
            balances[payer] += cents
            for name, part in self._parts(number).items():
                balances[name] -= part
        for giver, taker, cents in self._handed:
            balances[giver] += cents
            balances[taker] -= cents
        return {name: shown(balance) for name, balance in balances.items()}
