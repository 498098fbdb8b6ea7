class Plate:
    """Texts are quoted; the font comes from a menu."""

    def __init__(self, font, size):
        self.font = font.strip()
        self.size = size
        self.texts = []

    @staticmethod
    def quote(text):
        characters = []
        for character in text:
            if character in '\\"':
                characters.append("\\")
            characters.append(character)
        return '"' + "".join(characters) + '"'

    def add(self, x, y, text):
        self.texts.append((x, y, self.quote(text)))
        return self

    def script(self):
        lines = [f"FONT {self.font}", f"SIZE {self.size}"]
        for x, y, quoted in self.texts:
            lines.append(f"MOVE {x} {y}")
            lines.append(f"TEXT {quoted}")
        lines.append("END")
        return "\n".join(lines) + "\n"
