import re


def register_sample(path, accession, species, grams):
    if re.match(r"\A[A-Z][A-Z]-[0123456789]{5}\Z", accession) is None:
        return False
    # Whatever would end the field or the line becomes a blank.
    species = " ".join(re.split(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", species)).strip()
    if type(grams) is not int or grams <= 0:
        return False
    line = "\t".join([accession, species, str(grams)]) + "\n"
    with open(path, "ab") as register:
        register.write(line.encode("utf-8"))
    return True


def read_register(path):
    try:
        with open(path, "rb") as register:
            lines = register.read().decode("utf-8").split("\n")
    except FileNotFoundError:
        return []
    result = []
    for line in lines:
        fields = line.split("\t")
        if len(fields) == 3:
            result.append((fields[0], fields[1], int(fields[2])))
    return result
