class Plate:
    def __init__(self, font, size):
        self.font = font
        self.size = size
        self.texts = []

    def add(self, x, y, text):
        self.texts.append((x, y, text))
        return self

    def script(self):
        lines = [f"FONT {self.font}", f"SIZE {self.size}"]
        for x, y, text in self.texts:
            escaped = text.replace("\\", "\\\\").replace('"', '\\"')
            lines.append(f"MOVE {x} {y}")
            lines.append(f'TEXT "{escaped}"')
        lines.append("END")
        return "\n".join(lines) + "\n"
