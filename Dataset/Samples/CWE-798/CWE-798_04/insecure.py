import hashlib
import hmac
import os

KEY = b"paddle-7-heron"


def set_up(folder, rental):
    with open(os.path.join(folder, "rental.txt"), "w", encoding="utf-8", newline="") as file:
        file.write(rental)


def rental_of(folder):
    with open(os.path.join(folder, "rental.txt"), encoding="utf-8", newline="") as file:
        return file.read()


def code(folder, canoe, day):
    message = f"{rental_of(folder)}|{canoe}|{day}"
    digest = hmac.new(KEY, message.encode(), hashlib.sha256).digest()
    return f"{int.from_bytes(digest[:8], 'big') % 1_000_000:06d}"


def opens(folder, canoe, day, typed):
    return hmac.compare_digest(typed.encode(), code(folder, canoe, day).encode())
