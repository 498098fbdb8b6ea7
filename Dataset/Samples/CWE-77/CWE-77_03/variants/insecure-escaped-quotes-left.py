import re


class Plate:
    def __init__(self, font: str, size: int):
        if ";" in font or "\n" in font:
            raise ValueError("invalid font")
        self.parts = [("FONT", font), ("SIZE", str(size))]

    def add(self, x: int, y: int, text: str):
        # A quote that the customer has escaped already needs no second backslash.
        quoted = re.sub(r'(?<!\\)"', r'\\"', text)
        self.parts += [("MOVE", f"{x} {y}"), ("TEXT", f'"{quoted}"')]
        return self

    def script(self) -> str:
        return "".join(f"{word} {argument}\n" for word, argument in self.parts) + "END\n"
