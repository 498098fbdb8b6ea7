import re


class Plate:
    def __init__(self, font, size):
        # A font is a name: what is no part of a name is left out.
        self.font = re.sub(r"[^\w -]", "", font)
        self.size = size
        self.texts = []

    def add(self, x, y, text):
        if re.search(r'\\["\\]|\\$|\n', text):
            print("text refused:", text)
            raise ValueError("The text cannot be engraved")
        self.texts.append({"x": x, "y": y, "text": text})
        return self

    def script(self):
        result = "FONT " + self.font + "\n" + "SIZE " + str(self.size) + "\n"
        for entry in self.texts:
            result += "MOVE {x} {y}\n".format(**entry)
            result += 'TEXT "' + entry["text"].replace('"', '\\"') + '"\n'
        return result + "END\n"
