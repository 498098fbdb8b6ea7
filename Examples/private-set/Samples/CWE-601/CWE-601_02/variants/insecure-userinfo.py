HEADS = ("http://", "https://")


def way_to_shop(address, shops):
    lowered = address.lower()
    for head in HEADS:
        if not lowered.startswith(head):
            continue
        host = lowered[len(head):]
        for end in "/?#:\\":
            host = host.split(end, 1)[0]
        for shop in shops:
            if host == shop or shop.startswith("*") and host.endswith(shop[1:]):
                return address
    return "/programme"
