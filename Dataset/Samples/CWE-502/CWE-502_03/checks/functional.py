from harness import box, solution


def spool(folder):
    box.mkdir(folder)
    return solution.Spool(folder)


def comes_back(folder, kind, options):
    one = spool(folder)
    assert one.put(kind, options) is None
    assert one.take() == (kind, options)


def test_a_job_comes_back():
    comes_back("f1", "glaze", {"celsius": 1240, "slow": True, "note": None, "shelf": "top"})


def test_each_job_comes_back_once():
    one = spool("f2")
    one.put("glaze", {"celsius": 1240})
    assert one.take() == ("glaze", {"celsius": 1240})
    assert one.take() is None


def test_oldest_first():
    one = spool("f3")
    for number in range(12):
        one.put("bisque", {"number": number})
    assert [one.take()[1]["number"] for _ in range(12)] == list(range(12))


def test_puts_and_takes_by_turns():
    one = spool("f4")
    one.put("a", {})
    one.put("b", {})
    assert one.take() == ("a", {})
    one.put("c", {})
    assert [one.take(), one.take(), one.take()] == [("b", {}), ("c", {}), None]
    one.put("d", {})
    assert one.take() == ("d", {})


def test_spools_on_one_folder_see_the_same_jobs():
    form = spool("f5")
    controller = solution.Spool("f5")
    form.put("glaze", {"celsius": 1060})
    assert controller.waiting() == 1
    assert controller.take() == ("glaze", {"celsius": 1060})
    assert form.waiting() == 0


def test_jobs_outlast_the_program():
    spool("f6").put("glaze", {"celsius": 1060})
    solution.reload()
    assert solution.Spool("f6").take() == ("glaze", {"celsius": 1060})


def test_waiting():
    one = spool("f7")
    assert one.waiting() == 0
    one.put("a", {})
    one.put("a", {})
    assert one.waiting() == 2
    one.take()
    assert one.waiting() == 1


def test_bytes_and_texts_that_resemble_them():
    texts = {"text": "b'abc'", "hex": "hex:00", "bytes": "AAEC"}
    comes_back("f9", "raw", {"all": bytes(range(256)), "empty": b"", **texts})


def test_numbers_of_all_kinds():
    comes_back("f10", "n", {"big": 10**30, "low": -7, "zero": 0, "third": 1 / 3, "tiny": 1e-300, "yes": True})
    one = spool("f10b")
    one.put("n", {"whole": 2, "float": 2.0, "bool": True})
    options = one.take()[1]
    assert [type(options[name]) for name in ("whole", "float", "bool")] == [int, float, bool]


def test_lists_and_dictionaries_within():
    curve = [{"minutes": 60, "to": 600.5}, {"minutes": 0, "hold": [1, [2, [b"\x00", None]]]}, {}, []]
    comes_back("f11", "curve", {"curve": curve, "by": {"bytes": {"dict": {"kind": b"x"}}}})


def test_texts_of_all_kinds():
    kind = "Glasur „Schnee“ 雪\n'x' \"y\" \\z"
    comes_back("f12", kind, {"": "", "a\nb\tc": "line\r\nline\x00\x1b", "🔥": "\u2028"})
