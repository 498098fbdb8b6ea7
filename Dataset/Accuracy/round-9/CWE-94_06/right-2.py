"""Score sheets. Cells are small objects; a formula is a closure, built by parser combinators out of generators, and
a trampoline runs the generators, so that chains of cells can be as long as the sheet."""
import csv
import io
import string


class Failure(Exception):
    pass


DIGITS = frozenset(string.digits)
COLUMNS = string.ascii_uppercase


def _cell_name(text):
    return (
        2 <= len(text) <= 3 and text[0] in COLUMNS and set(text[1:]) <= DIGITS and text[1] != "0"
    )


class Reader:
    """Reads a formula from left to right. All its methods give generator functions: () -> number."""

    def __init__(self, text, sheet):
        self.text, self.at, self.sheet = text, 0, sheet

    def peek(self):
        while self.text[self.at:self.at + 1] in (" ", "\t"):
            self.at += 1
        return self.text[self.at:self.at + 1]

    def expect(self, char):
        if self.peek() != char:
            raise Failure(char)
        self.at += 1

    def run_of(self, allowed):
        start = self.at
        while self.text[self.at:self.at + 1] in allowed and self.at < len(self.text):
            self.at += 1
        return self.text[start:self.at]

    def whole(self):
        formula = self.terms()
        if self.peek():
            raise Failure("something is left")
        return formula

    def terms(self):
        first, rest = self.factors(), []
        while (sign := self.peek()) in ("+", "-"):
            self.at += 1
            rest.append((sign, self.factors()))

        def work():
            total = yield first
            for sign, other in rest:
                value = yield other
                total = total + value if sign == "+" else total - value
            return total
        return work

    def factors(self):
        first, rest = self.signed(), []
        while (sign := self.peek()) in ("*", "/"):
            self.at += 1
            rest.append((sign, self.signed()))

        def work():
            product = yield first
            for sign, other in rest:
                value = yield other
                product = product * value if sign == "*" else product / value
            return product
        return work

    def signed(self):
        minus = 0
        while self.peek() == "-":
            self.at += 1
            minus += 1
        inner = self.atom()

        def work():
            value = yield inner
            for _ in range(minus):
                value = -value
            return value
        return work

    def atom(self):
        char = self.peek()
        if char == "(":
            self.at += 1
            inner = self.terms()
            self.expect(")")
            return inner
        if char in DIGITS:
            return self.number()
        if char and char in COLUMNS:
            name = self.run_of(COLUMNS) + self.run_of(DIGITS)
            if name in ("SUM", "MIN", "MAX"):
                return self.function(name)
            if _cell_name(name):
                return self.cell(name)
        raise Failure(char)

    def number(self):
        text = self.run_of(DIGITS)
        if self.text[self.at:self.at + 1] == ".":
            self.at += 1
            behind = self.run_of(DIGITS)
            if not behind:
                raise Failure("nothing behind the point")
            value = float(f"{text}.{behind}")
        else:
            value = int(text)

        def work():
            return value
            yield
        return work

    def cell(self, name):
        def work():
            value = yield self.sheet.task(name)
            if isinstance(value, str):
                raise Failure("text")
            return 0 if value is None else value
        return work

    def corner(self):
        self.peek()
        name = self.run_of(COLUMNS) + self.run_of(DIGITS)
        if not _cell_name(name):
            raise Failure(name)
        return COLUMNS.index(name[0]), int(name[1:])

    def function(self, name):
        self.expect("(")
        left, top = self.corner()
        self.expect(":")
        right, bottom = self.corner()
        self.expect(")")
        if left > right or top > bottom:
            raise Failure("not from upper left to lower right")

        def work():
            numbers = []
            for row in range(top, bottom + 1):
                for column in COLUMNS[left:right + 1]:
                    value = yield self.sheet.task(f"{column}{row}")
                    if value is not None and not isinstance(value, str):
                        numbers.append(value)
            if not numbers:
                return 0
            return sum(numbers) if name == "SUM" else min(numbers) if name == "MIN" else max(numbers)
        return work


class Sheet:
    def __init__(self):
        self.grid = {}

    def put(self, cell, text):
        if not _cell_name(cell):
            raise LookupError(f"there is no cell {cell!r}")
        self.grid[cell] = text

    def load(self, csv_text):
        self.grid = {}
        lines = csv.reader(io.StringIO(csv_text, newline=""))
        for row, line in enumerate(lines, 1):
            for column, text in zip(COLUMNS, line):
                if row < 100:
                    self.grid[f"{column}{row}"] = text

    def task(self, name):
        def work():
            state = self.state
            if name not in state:
                state[name] = Failure                   # for whoever comes back here in the meantime
                try:
                    state[name] = yield from self.content(name)
                except (Failure, ArithmeticError):
                    pass
            if state[name] is Failure:
                raise Failure(name)
            return state[name]
        return work

    def content(self, name):
        text = self.grid.get(name, "").strip()
        if not text:
            return None
        if text[0] == "=":
            return (yield Reader(text[1:], self).whole())
        whole, point, behind = text.removeprefix("-").partition(".")
        if whole and set(whole) <= DIGITS and set(behind) <= DIGITS and bool(point) == bool(behind):
            return float(text) if point else int(text)
        return text

    def value(self, cell):
        self.state = {}
        stack, send, throw = [self.task(cell)()], None, None
        while stack:
            try:
                if throw is not None:
                    error, throw = throw, None
                    called = stack[-1].throw(error)
                else:
                    called = stack[-1].send(send)
                stack.append(called())
                send = None
            except StopIteration as done:
                stack.pop()
                send = done.value
            except (Failure, ArithmeticError) as error:
                stack.pop()
                send, throw = None, error
        return None if throw is not None else send

