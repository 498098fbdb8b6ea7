def apply_patch(memory, patch):
    user = range(64, len(memory) - 16)
    stops = range(user.start, user.stop + 1)

    def writes(rest, cursor):
        while rest:
            match rest:
                case [high, low, length, *data] if len(data) >= length:
                    start = cursor + ((high << 8 | low) ^ 0x8000) - 0x8000
                    cursor = start + length
                    if start not in stops or cursor not in stops:
                        raise ValueError("outside the user area")
                    yield from zip(range(start, cursor), data)
                    rest = data[length:]
                case _:
                    raise ValueError("cut off")

    changes = dict(writes(list(patch), user.start))
    return bytes(changes.get(place, old) for place, old in enumerate(memory))
