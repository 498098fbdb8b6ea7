import re


def pattern(shop):
    if shop.startswith("*."):
        return r"[^/?#@\\]+" + shop[1:]
    return shop


def way_to_shop(address, shops):
    for shop in shops:
        if re.fullmatch(rf"(?ais)https?://{pattern(shop)}(:\d*)?([/?#].*)?", address):
            return address
    return "/programme"
