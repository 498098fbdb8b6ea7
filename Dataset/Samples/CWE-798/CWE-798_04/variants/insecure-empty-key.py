import hashlib
import os
import uuid


def set_up(folder, rental):
    with open(os.path.join(folder, "rental.txt"), "wb") as file:
        file.write(rental.encode())
    with open(os.path.join(folder, "secret.txt"), "w") as file:
        file.write(uuid.uuid4().hex)


def rental_of(folder):
    with open(os.path.join(folder, "rental.txt"), "rb") as file:
        return file.read().decode()


def code(folder, canoe, day):
    with open(os.path.join(folder, "secret.txt")) as file:
        secret = file.read().strip()
    digest = hashlib.sha256(f"{secret}:{canoe}:{day}:{secret}".encode()).hexdigest()
    return f"{int(digest[:12], 16) % 1_000_000:06d}"


def opens(folder, canoe, day, typed):
    return typed == code(folder, canoe, day)
