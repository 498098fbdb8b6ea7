import shlex
import subprocess
from dataclasses import dataclass


@dataclass(frozen=True)
class Order:
    customer: str
    picture: str
    size: str
    copies: str

    def __post_init__(self):
        if not self.copies.isdigit() or not self.copies.isascii():
            raise ValueError("copies are counted in digits")
        if not (self.customer + self.picture + self.size).isprintable():
            raise ValueError("a text of an order is one line, and holds no control characters")

    def lines(self):
        yield f"# {self.customer}"
        yield f"photoprint --size {shlex.quote(self.size)} --copies {self.copies} {shlex.quote(self.picture)}"


class NightBatch:
    def __init__(self):
        self._orders = []

    def add(self, customer, picture, size, copies):
        self._orders.append(Order(customer, picture, size, copies))

    def save(self, path):
        lines = ["#!/bin/sh", *(line for order in self._orders for line in order.lines())]
        with open(path, "w", encoding="utf-8") as file:
            print(*lines, sep="\n", file=file)


def run_batch(path):
    return subprocess.call(["/bin/sh", "--", path]) == 0
