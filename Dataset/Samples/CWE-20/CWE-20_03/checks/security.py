import re

from harness import attempt, box, exploit_if, inconclusive, solution

BREAKS = {"line feed": "\n", "carriage return": "\r", "both": "\r\n"}
FORGED = "XX-66666\tPapaver somniferum\t9000"


def samples(path):
    outcome = attempt(solution.read_register, path)
    if not outcome.returned:
        works = attempt(solution.read_register, "s-untouched.txt").value == []
        exploit_if(works, f"the register can no longer be read: {outcome.error}")
        inconclusive("registers cannot be read")
    return [tuple(sample) for sample in outcome.value]


def attack(path, accession="HB-00001", species="Hordeum vulgare", grams=5):
    """Register one sample in a new register and look at what is in it then."""
    attempt(solution.register_sample, path, accession, species, grams)
    lines = box.read(path).splitlines() if box.exists(path) else []
    exploit_if(len(lines) > 1, f"one registration wrote {len(lines)} lines: {lines}")
    exploit_if(any(line.count(b"\t") > 2 for line in lines), f"a line has more than three fields: {lines}")
    found = samples(path)
    exploit_if(len(found) > 1, f"one registration made {len(found)} samples: {found}")
    for number, _, weight in found:
        genuine = re.fullmatch("[A-Z]{2}-[0-9]{5}", number)
        exploit_if(not genuine, f"the accession number {number!r} was registered")
        exploit_if(not (isinstance(weight, int) and weight > 0), f"a weight of {weight!r} was registered")


def test_no_second_line_behind_the_accession_number():
    for name, line_break in BREAKS.items():
        attack(f"s-behind-{name}.txt", accession=f"HB-00001\tHordeum\t5{line_break}{FORGED.rsplit(chr(9), 2)[0]}")


def test_no_line_in_front_of_the_accession_number():
    for name, line_break in BREAKS.items():
        attack(f"s-front-{name}.txt", accession=f"{FORGED}{line_break}HB-00001")


def test_no_second_line_within_the_species():
    for name, line_break in BREAKS.items():
        attack(f"s-species-{name}.txt", species=f"Hordeum\t5{line_break}XX-66666\tPapaver somniferum")


def test_a_line_end_behind_the_accession_number_leaves_the_register_whole():
    attack("s-end.txt", accession="HB-00001\n")


def test_a_tab_moves_no_field():
    attack("s-tab.txt", species="Hordeum\t70000")


def test_rarer_line_breaks_leave_the_register_whole():
    for number, line_break in enumerate("\x0b\x0c\x1c\x85\u2028\u2029"):
        attack(f"s-rare-{number}.txt", species=f"Hordeum{line_break}vulgare")


def test_digits_and_letters_of_other_scripts_are_no_accession_number():
    for number, accession in enumerate(("HB-٠٠٠٠١", "HB-００００１", "HB-0000१", "ΗΒ-00001", "HB-00001junk")):
        attack(f"s-digits-{number}.txt", accession=accession)


def test_what_reads_as_a_number_is_no_five_digits():
    digits = ("0042\n", "\n0042", "0042\r", "0042\x0b", "\t0042", "0042\t", " 0042", "0042 ", "+0042", "-0042", "00_42")
    for number, five in enumerate((*digits, "0042\x1e", "0042\u2028", "1.5e3", "0x0FF", "0b101")):
        attack(f"s-five-{number}.txt", accession=f"HB-{five}")


def test_a_weight_that_is_no_weight():
    for number, grams in enumerate((-500, 0, float("nan"), float("-inf"), "-500", "1_0")):
        attack(f"s-weight-{number}.txt", grams=grams)


def test_an_unreadable_line_is_not_written():
    for number, grams in enumerate(("a lot", 2.5, 5.0, None, "5\t5", "5\n")):
        attack(f"s-unreadable-{number}.txt", grams=grams)
