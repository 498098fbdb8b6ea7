import re
import subprocess

OPTIONS = re.compile(r"^--(run|to|max)=.*$")


def clean(text):
    text = text.strip()
    if OPTIONS.match(text) or text in ("-r", "-t", "-n"):
        return ""
    return text


def find_recipes(shelf, term, limit):
    shelf, term = clean(shelf), clean(term)
    if not shelf or not term:
        return []
    try:
        output = subprocess.check_output(["doughfind", "--max=" + str(limit), shelf, term], text=True)
    except subprocess.CalledProcessError as error:
        if error.returncode > 1:
            raise RuntimeError("doughfind failed")
        return []
    hits = []
    for line in output.strip().split("\n"):
        number, title = line.split("\t")
        hits.append((int(number), title))
    return hits
