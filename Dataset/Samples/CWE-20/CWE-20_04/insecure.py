GRAMS = {"g": 1, "kg": 1000, "t": 1000000}


def parse(message):
    wanted = []
    for line in message.splitlines():
        material, amount, unit = line.split()
        wanted.append((material, round(float(amount) * GRAMS[unit])))
    return wanted


class Plant:
    def __init__(self, stock):
        self._stock = dict(stock)

    def order(self, message):
        wanted = parse(message)
        for material, grams in wanted:
            if self._stock[material] < grams:
                return None
        for material, grams in wanted:
            self._stock[material] -= grams
        return dict(wanted)

    def stock(self):
        return dict(self._stock)
