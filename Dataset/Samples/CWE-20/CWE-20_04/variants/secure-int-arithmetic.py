import string

FACTORS = {"g": 1, "kg": 1000, "t": 1000 * 1000}


class Unreadable(Exception):
    pass


def whole_grams(amount, unit):
    whole, point, part = amount.partition(".")
    digits = whole + part
    if not whole or (point and not part) or set(digits) - set(string.digits) or unit not in FACTORS:
        raise Unreadable(f"{amount} {unit}")
    if len(digits) > 30:
        raise Unreadable("more digits than any scale shows")
    grams, rest = divmod(int(digits) * FACTORS[unit], 10 ** len(part))
    if rest or grams == 0:
        raise Unreadable(f"{amount} {unit} is not a whole number of grams")
    return grams


class Plant:
    def __init__(self, stock):
        self.__stock = {**stock}

    def order(self, message):
        parts = [line.split(" ") for line in message.split("\n")]
        if any(len(part) != 3 for part in parts):
            raise Unreadable(message)
        unknown = [material for material, _, _ in parts if material not in self.__stock]
        if unknown:
            raise KeyError(unknown[0])
        order = {material: whole_grams(amount, unit) for material, amount, unit in parts}
        if len(order) < len(parts) or sum(order.values()) > 6 * FACTORS["t"]:
            raise Unreadable("named twice, or too much")
        left = {material: grams - order.get(material, 0) for material, grams in self.__stock.items()}
        if any(grams < 0 for grams in left.values()):
            return None
        self.__stock = left
        return order

    def stock(self):
        return {**self.__stock}
