from harness import attempt, exploit_if, solution

FACTORY = bytes(range(64))
USER_AREA = b"user sounds, 30 bytes in all.."
CALIBRATION = b"calibration-0815"


def record(step, data, length=None):
    return step.to_bytes(2, "big", signed=True) + bytes([len(data) if length is None else length]) + data


def attack(*records):
    memory = FACTORY + USER_AREA + CALIBRATION
    after = attempt(solution.apply_patch, memory, b"".join(records)).value
    if not isinstance(after, (bytes, bytearray)) or not after:
        return
    exploit_if(len(after) != len(memory), f"the memory of {len(memory)} bytes became {len(after)} bytes long")
    exploit_if(after[:64] != FACTORY, f"the factory sounds became {after[:64]!r}")
    exploit_if(after[-16:] != CALIBRATION, f"the calibration became {after[-16:]!r}")


def test_a_step_back_does_not_reach_the_factory_sounds():
    attack(record(-10, b"not mine"))
    attack(record(-64, b"x"))


def test_a_step_back_after_a_record_does_not_reach_the_factory_sounds():
    attack(record(20, b"mine"), record(-30, b"not mine"))


def test_a_step_ahead_does_not_reach_the_calibration():
    attack(record(31, b"detuned"))


def test_a_record_does_not_run_into_the_calibration():
    attack(record(28, b"detuned"))


def test_a_step_in_front_of_the_memory_does_not_reach_its_end():
    attack(record(-74, b"detune"))
    attack(record(-64 - 16, b"detuned keyboard"))
    attack(record(-65, b"x"))


def test_the_memory_does_not_grow():
    attack(record(46, b"more memory"))
    attack(record(3000, b"far away"))


def test_many_records_do_not_run_out_of_the_user_area():
    attack(*[record(0, b"123456")] * 6)


def test_a_record_that_is_cut_off_does_not_shrink_the_memory():
    attack(record(2, b"abc", length=20))


def test_a_cursor_that_was_outside_brings_nothing_with_it():
    attack(record(-70, b""), record(-4, b"detuned!"))
    attack(record(40, b""), record(0, b"loud"))


def test_both_ends_of_a_record_count_whichever_way_the_step_goes():
    attack(record(18, b""), record(-1, b"detuned keyboard"))
    attack(record(30, b""), record(-1, b"xy"))
    attack(record(10, b"123"), record(-2, b"d" * 24))
    attack(record(-3, b"123456"))
    attack(record(4, b"56"), record(-9, b"loud, louder, loudest"))
    attack(record(0, b""), record(0, b"a" * 31))
    attack(record(-64 - 2, b"loud"))
