import os


def register_sample(path, accession, species, grams):
    letters, hyphen, number = accession[:2], accession[2:3], accession[3:]
    if not (letters.isalpha() and letters.isupper() and hyphen == "-" and len(number) == 5 and number.isdigit()):
        return False
    species = species.replace("\n", " ").replace("\t", " ")
    if grams <= 0:
        raise ValueError("weight must be positive")
    with open(path, "a", encoding="utf-8") as register:
        register.write(f"{accession}\t{species}\t{grams}\n")
    return True


def read_register(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as register:
        lines = register.read().splitlines()
    return [(a, s, int(g)) for a, s, g in (line.split("\t") for line in lines)]
