from harness import box, solution


def samples(path):
    return [tuple(sample) for sample in solution.read_register(path)]


def test_there_is_no_register_yet():
    assert solution.read_register("f-none.txt") == []


def test_a_sample_is_written_as_one_line():
    assert solution.register_sample("f-line.txt", "ZA-90210", "Zea mays", 1000) is True
    assert box.read("f-line.txt").replace(b"\r\n", b"\n") == b"ZA-90210\tZea mays\t1000\n"


def test_samples_are_appended_in_order():
    for accession, species, grams in (("AA-00000", "Avena sativa", 1), ("ZZ-99999", "Secale cereale", 70000)):
        assert solution.register_sample("f-order.txt", accession, species, grams) is True
    assert samples("f-order.txt") == [("AA-00000", "Avena sativa", 1), ("ZZ-99999", "Secale cereale", 70000)]


def test_an_existing_register_goes_on():
    box.write("f-old.txt", b"HB-00001\tHordeum vulgare\t15\n", mode=0o666)
    assert solution.register_sample("f-old.txt", "HB-00002", "Hordeum murinum", 20) is True
    assert samples("f-old.txt") == [("HB-00001", "Hordeum vulgare", 15), ("HB-00002", "Hordeum murinum", 20)]


def test_species_as_botanists_write_them():
    names = ["Brassica oleracea 'Nero di Toscana'", "Aegilops × requienii (L.)", "Hordeum vulgare subsp. spontaneum",
             "Pisum sativum, früh & grün; #3", "\"Kāʻeo\" 5%"]
    for number, species in enumerate(names):
        assert solution.register_sample("f-species.txt", f"BO-{number:05d}", species, 10) is True
    assert samples("f-species.txt") == [(f"BO-{n:05d}", species, 10) for n, species in enumerate(names)]


def test_other_forms_of_accession_numbers_are_not_written():
    forms = ("HB-0042", "HB00042", "H-00042", "hb-00042", "", "00042-HB", " HB-00042", "XHB-00042", "HBX-00042")
    for accession in forms:
        assert solution.register_sample("f-forms.txt", accession, "Hordeum vulgare", 5) is False
    assert solution.read_register("f-forms.txt") == []
