import subprocess


class Search:
    program = "doughfind"

    def __init__(self, shelf, term, limit):
        for value in (shelf, term):
            if value.startswith("-"):
                raise ValueError(f"{value!r} must not begin with '-'")
        self.arguments = [self.program, "-n", str(limit), shelf, term]

    def lines(self):
        try:
            output = subprocess.check_output(self.arguments)
        except subprocess.CalledProcessError as error:
            if error.returncode == 1:
                return []
            raise RuntimeError("the search failed") from error
        return output.decode("utf-8").splitlines()


def find_recipes(shelf, term, limit):
    hits = []
    for line in Search(shelf, term, limit).lines():
        number, _, title = line.partition("\t")
        hits.append((int(number), title))
    return hits
