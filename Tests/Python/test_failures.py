"""A judge that misbehaves is a clear error for everybody who waits, and nobody waits for ever."""

import unittest
from concurrent.futures import ThreadPoolExecutor

from support import FakeJudge
from secucogen import Judge, JudgeError, NotJudged


class DyingJudges(unittest.TestCase):
    def test_everybody_who_waits_hears_how_it_died_and_what_it_said(self) -> None:
        with FakeJudge("""
            ready()
            for line in lines():
                if line["task_id"] == "last":
                    sys.exit("the sandbox is gone")
            """) as program:
            with Judge(binary=program) as judge, ThreadPoolExecutor(8) as pool:
                waiting = [pool.submit(judge.check, "x", code="") for _ in range(8)]
                while len(judge._connection._waiting) < 8:
                    pass
                for call in [lambda: judge.check("last", code=""), *(one.result for one in waiting)]:
                    with self.assertRaisesRegex(JudgeError, r"exit code 1\): the sandbox is gone"):
                        call()
                with self.assertRaisesRegex(JudgeError, "the sandbox is gone"):
                    judge.check("later", code="")

    def test_a_signal_is_named(self) -> None:
        with FakeJudge("ready()\nnext(lines())\nos.kill(os.getpid(), 9)") as program:
            with Judge(binary=program) as judge:
                with self.assertRaisesRegex(JudgeError, "signal 9"):
                    judge.check("x", code="")

    def test_one_that_dies_while_a_long_line_is_sent_does_not_hold_the_sender(self) -> None:
        with FakeJudge("ready()\ntime.sleep(0.2)\nsys.exit('enough')") as program:
            with Judge(binary=program) as judge:
                with self.assertRaisesRegex(JudgeError, "enough"):
                    judge.check("x", code="#" * 5_000_000)


class SlowReaders(unittest.TestCase):
    def test_neither_side_waits_for_the_other_when_both_have_much_to_say(self) -> None:
        with FakeJudge("""
            ready()
            for line in lines(): verdict(line, detail="d" * 50_000)
            """) as program:
            with Judge(binary=program) as judge:
                futures = [judge.submit("x", code="#" * 50_000) for _ in range(300)]
                self.assertEqual({len(future.result().detail) for future in futures}, {50_000})


class StrangeReplies(unittest.TestCase):
    def test_a_line_that_is_no_json_is_an_error_for_everybody(self) -> None:
        with FakeJudge("ready()\nnext(lines())\nwrite('Traceback: oh')\ntime.sleep(60)") as program:
            with Judge(binary=program) as judge:
                with self.assertRaisesRegex(JudgeError, "cannot be understood"):
                    judge.check("x", code="")

    def test_an_error_without_a_name_reaches_the_line_with_its_number(self) -> None:
        with FakeJudge("""
            ready()
            for number, line in enumerate(lines(), 1):
                verdict(line) if number != 2 else reply(type="error", line=2, error="no whole JSON")
            """) as program:
            with Judge(binary=program) as judge:
                one, two, three = (judge.submit("x", code="") for _ in range(3))
                self.assertEqual((one.result().verdict, three.result().verdict), ("secure", "secure"))
                with self.assertRaisesRegex(NotJudged, "no whole JSON"):
                    two.result()

    def test_fields_of_later_versions_are_kept(self) -> None:
        with FakeJudge("""
            ready()
            for line in lines():
                check = {"name": "n", "status": "failed", "novel": 1}
                verdict(line, "insecure", check=check, colour="blue")
            """) as program:
            with Judge(binary=program) as judge:
                verdict = judge.check("x", code="")
        self.assertEqual((verdict.raw["colour"], verdict.raw["check"]["novel"]), ("blue", 1))

    def test_what_a_model_wrote_does_not_reach_the_terminal_as_it_is(self) -> None:
        with FakeJudge("""
            ready()
            for line in lines(): verdict(line, "incorrect", detail=chr(27) + "[31m" + chr(0x202e) + "x")
            """) as program:
            with Judge(binary=program) as judge:
                self.assertEqual(judge.check("x", code="").explain(), r"incorrect: \x1b[31m\u202ex")

    def test_another_interface_is_refused(self) -> None:
        with FakeJudge("ready(interface=2)\ntime.sleep(60)") as program:
            with self.assertRaisesRegex(JudgeError, "version 2 of the judge's interface"):
                Judge(binary=program)

    def test_a_program_that_is_no_judge_is_refused(self) -> None:
        with FakeJudge("write('hello')\ntime.sleep(60)") as program:
            with self.assertRaisesRegex(JudgeError, "did not start"):
                Judge(binary=program)


if __name__ == "__main__":
    unittest.main()
