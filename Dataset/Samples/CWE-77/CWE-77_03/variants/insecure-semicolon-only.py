class Plate:
    def __init__(self, font, size):
        if ";" in font:
            raise ValueError("a font's name has no semicolon")
        self.font = font
        self.size = size
        self.body = ""

    def add(self, x, y, text):
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        self.body += f'MOVE {x} {y}\nTEXT "{escaped}"\n'
        return self

    def script(self):
        return f"FONT {self.font}\nSIZE {self.size}\n{self.body}END\n"
