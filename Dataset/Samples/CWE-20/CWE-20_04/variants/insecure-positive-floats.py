UNITS = {"t": 1_000_000, "kg": 1_000, "g": 1}


class Plant:
    def __init__(self, stock):
        self.silos = dict(stock)

    def order(self, message):
        wanted = {}
        for line in message.strip().split("\n"):
            material, amount, unit = line.split(" ")
            if material not in self.silos:
                raise KeyError(material)
            if material in wanted:
                raise ValueError(f"{material} is named twice")
            grams = round(float(amount) * UNITS[unit])
            if grams < 1:
                raise ValueError(f"{amount} {unit} cannot be weighed")
            wanted[material] = grams
        if sum(wanted.values()) > 6 * UNITS["t"]:
            raise ValueError("the mixer is too small")
        if any(self.silos[material] < grams for material, grams in wanted.items()):
            return None
        for material, grams in wanted.items():
            self.silos[material] -= grams
        return wanted

    def stock(self):
        return self.silos.copy()
