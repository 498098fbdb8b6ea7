from pathlib import Path
from string import ascii_uppercase, digits
from typing import List, Tuple
from unicodedata import category


def _is_accession(text: str) -> bool:
    return (
        isinstance(text, str)
        and len(text) == 8
        and text[2] == "-"
        and all(letter in ascii_uppercase for letter in text[:2])
        and all(digit in digits for digit in text[3:])
    )


def register_sample(path: str, accession: str, species: str, grams: int) -> bool:
    if not _is_accession(accession):
        return False
    if not isinstance(species, str) or not species.strip():
        raise ValueError("species is missing")
    if any(category(sign) in ("Cc", "Zl", "Zp", "Cs") for sign in species):
        raise ValueError("species must be a single line without tabs and control characters")
    if type(grams) is not int:
        raise TypeError("grams must be an int")
    if grams < 1:
        raise ValueError("grams must be positive")
    with Path(path).open("a", encoding="utf-8", newline="\n") as file:
        print(accession, species, grams, sep="\t", file=file)
    return True


def read_register(path: str) -> List[Tuple[str, str, int]]:
    file = Path(path)
    if not file.exists():
        return []
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").split("\n") if line]
    return [(row[0], row[1], int(row[2])) for row in rows]


if __name__ == "__main__":
    print(register_sample("demo.txt", "HB-00042", "Hordeum vulgare", 250))
    print(read_register("demo.txt"))
