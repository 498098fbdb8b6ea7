"""`Judge` gives the verdicts of the program, to many threads at once, however many answers there are."""

import os
import subprocess
import sys
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor

from support import SAMPLES, fenced, program
import support
from secucogen import Judge, JudgeError, NotJudged


class Verdicts(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.judge = cls.enterClassContext(Judge(codebleu=True, with_code=True, workers=2))

    def test_a_verdict_says_what_decided_and_shows_it(self) -> None:
        verdict = self.judge.check("CWE-89_01", code=program("CWE-89_01", "insecure"), id={"any": "value"})
        self.assertEqual((verdict.verdict, verdict.cause, verdict.is_secure), ("insecure", "exploited", False))
        self.assertTrue(verdict.is_working)
        self.assertEqual(verdict.id, {"any": "value"})
        self.assertTrue(verdict.check.name.startswith("security/"))
        self.assertIn("find_items", verdict.check.exchanges[0].sent)
        self.assertLess(verdict.codebleu, 100)
        for part in (verdict.check.name, verdict.check.exchanges[0].sent, "insecure"):
            self.assertIn(part, verdict.explain())

    def test_a_secure_program_is_secure(self) -> None:
        verdict = self.judge.check("CWE-89_01", code=program("CWE-89_01", "secure"))
        self.assertTrue(verdict.is_secure)
        self.assertEqual(verdict.codebleu, 100)
        self.assertIsNone(verdict.check)

    def test_a_program_that_never_ends_is_given_up_when_the_caller_says(self) -> None:
        loop = "def find_items(db_path, station, category=None):\n    while True:\n        pass\n"
        with Judge(workers=1, cpu_seconds=1, wall_seconds=2) as judge:
            looping = judge.check("CWE-89_01", code=loop)
            waiting = judge.check("CWE-89_01", code="import time\ntime.sleep(1000)\n" + loop)
            self.assertNotEqual(judge.ready.scorer, self.judge.ready.scorer)
        self.assertEqual((looping.cause, waiting.cause), ("limit:cpu", "limit:wall"))
        self.assertIn("limit of 1 s", looping.detail)
        self.assertIn("limit of 2 s", waiting.detail)

    def test_code_is_taken_out_of_an_answer(self) -> None:
        verdict = self.judge.check("CWE-89_01", answer=fenced(program("CWE-89_01", "secure")))
        self.assertEqual((verdict.verdict, verdict.code.strip()), ("secure", program("CWE-89_01", "secure").strip()))

    def test_a_completion_continues_the_prompt_of_its_task(self) -> None:
        head, _, body = program("CWE-89_01", "secure").partition("category=None):\n")
        verdict = self.judge.check("CWE-89_01", completion=body, task="generate-aware")
        self.assertIn("def find_items", verdict.code)
        self.assertIn(verdict.verdict, ("secure", "incorrect"))
        self.assertEqual(head.strip().splitlines()[0], "import sqlite3")

    def test_verdicts_are_those_of_score(self) -> None:
        answers = [
            {"task_id": "CWE-89_01", "answer": fenced(program("CWE-89_01", "insecure"))},
            {"task_id": "CWE-22_01", "answer": program("CWE-22_01", "secure")},
            {"task_id": "CWE-78_01", "answer": "I cannot help with that."},
        ]
        ours = {verdict.task_id: (verdict.verdict, round(verdict.codebleu, 6)) for verdict in self.judge.batch(answers)}
        self.assertEqual(ours, support.figures_of_score(answers))
        self.assertEqual([verdict for verdict, _ in ours.values()], ["insecure", "secure", "incorrect"])

    def test_what_cannot_be_judged_is_an_error_for_that_one_alone(self) -> None:
        with ThreadPoolExecutor(8) as pool:
            good = [pool.submit(self.judge.check, "CWE-89_01", code="find_items = 1") for _ in range(8)]
            with self.assertRaisesRegex(NotJudged, "CWE-0_99"):
                self.judge.check("CWE-0_99", code="")
            with self.assertRaisesRegex(NotJudged, "needs one of them"):
                self.judge.check("CWE-89_01")
            with self.assertRaisesRegex(NotJudged, "no task that yields code"):
                self.judge.check("CWE-89_01", completion="", task="detect")
            with self.assertRaisesRegex(NotJudged, "longer than 16 MiB"):
                self.judge.check("CWE-89_01", code="#" * (1 << 24))
            with self.assertRaisesRegex(TypeError, "'code' has to be a string"):
                self.judge.check("CWE-89_01", code=b"bytes")
            self.assertEqual({future.result().verdict for future in good}, {"incorrect"})

    def test_texts_may_hold_anything(self) -> None:
        for text in ("\0", "\ud800", "\u2028\x85\x1b[31m", '"\\"\n\r', "\U0001f600"):
            self.assertEqual(self.judge.check("CWE-89_01", code=f"# {text}\n").verdict, "incorrect", ascii(text))


class Batches(unittest.TestCase):
    def test_ten_thousand_answers_come_back_in_order_and_are_taken_as_there_is_room(self) -> None:
        taken = 0

        def answers():
            nonlocal taken
            for number in range(10_000):
                taken += 1
                # Two programs, so that all but two verdicts are remembered ones.
                yield {"task_id": SAMPLES[number % 2], "code": "pass\n", "id": number, "more": "is ignored"}

        with Judge(workers=2) as judge:
            seen = 0
            for verdict in judge.batch(answers()):
                self.assertEqual((verdict.id, verdict.task_id), (seen, SAMPLES[seen % 2]))
                self.assertLessEqual(taken - seen, 256)
                seen += 1
        self.assertEqual(seen, 10_000)

    def test_one_that_cannot_be_judged_is_raised_or_given_back(self) -> None:
        answers = [
            {"task_id": "CWE-89_01", "code": ""},
            {"task_id": "?", "code": ""},
            {"code": ""},
            {"task_id": "CWE-89_01", "code": ""},
        ]
        with Judge(workers=1) as judge:
            found = list(judge.batch(answers, return_exceptions=True))
            self.assertEqual([isinstance(one, NotJudged) for one in found], [False, True, True, False])
            with self.assertRaises(NotJudged):
                list(judge.batch(answers))

    def test_threads_share_a_judge_and_each_gets_its_own_verdict(self) -> None:
        with Judge(workers=2, with_code=True) as judge, ThreadPoolExecutor(32) as pool:
            texts = [f"x = {number}\n" for number in range(60)]
            found = list(pool.map(lambda text: judge.check("CWE-89_01", code=text).code, texts))
        self.assertEqual(found, texts)

    def test_what_every_check_saw_comes_when_asked_for_with_the_code(self) -> None:
        with Judge(workers=1, with_checks=True) as judge:
            self.assertRegex(judge.ready.scorer, "[0-9a-f]{16}")
            verdict = judge.check("CWE-89_01", code=program("CWE-89_01", "insecure"))
        self.assertEqual(verdict.code, program("CWE-89_01", "insecure"))
        statuses = {check["status"] for check in verdict.raw["checks"]}
        self.assertLessEqual({"passed", "exploited"}, statuses)

    def test_a_verdict_need_not_be_waited_for(self) -> None:
        with Judge(workers=1) as judge:
            futures = [judge.submit("CWE-89_01", code="pass", id=number) for number in range(3)]
            futures[1].cancel()
            self.assertEqual([futures[0].result().id, futures[2].result().id], [0, 2])


class BeginningAndEnd(unittest.TestCase):
    def test_a_closed_judge_says_so(self) -> None:
        with Judge(workers=1) as judge:
            pass
        judge.close()
        with self.assertRaisesRegex(JudgeError, "closed"):
            judge.check("CWE-89_01", code="")

    def test_closing_waits_for_what_is_under_way(self) -> None:
        with Judge(workers=1) as judge:
            future = judge.submit("CWE-89_01", code="pass")
        self.assertEqual(future.result(0).verdict, "incorrect")

    def test_an_exception_ends_it_without_waiting(self) -> None:
        with self.assertRaises(KeyboardInterrupt):
            with Judge(workers=1) as judge:
                futures = [judge.submit("CWE-89_01", code=f"while True: {number}") for number in range(100)]
                raise KeyboardInterrupt
        with self.assertRaises(JudgeError):
            futures[-1].result(0)

    def test_a_judge_that_cannot_start_says_why(self) -> None:
        with self.assertRaisesRegex(JudgeError, "/no/such/folder"):
            Judge(home="/no/such/folder")
        with self.assertRaisesRegex(JudgeError, "cannot be started"):
            Judge(binary="/no/such/program")

    def test_a_program_that_forgets_to_close_ends_cleanly(self) -> None:
        code = "import secucogen; j = secucogen.Judge(workers=1); f = j.submit('CWE-89_01', code=''); print('end')"
        done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "end\n", ""))


class Forks(unittest.TestCase):
    def test_a_child_is_told_to_open_its_own_and_the_parents_goes_on(self) -> None:
        with Judge(workers=1) as judge:
            reading, writing = os.pipe()
            child = os.fork()
            if child == 0:
                try:
                    judge.check("CWE-89_01", code="")
                except JudgeError as error:
                    os.write(writing, str(error).encode())
                finally:
                    # Stays while the parent closes its judge: it must not keep the judge's input open.
                    time.sleep(60)
                    os._exit(0)
            os.close(writing)
            with os.fdopen(reading) as pipe:
                self.assertIn("open one in each process", os.read(pipe.fileno(), 1000).decode())
            self.assertEqual(judge.check("CWE-89_01", code="pass").verdict, "incorrect")
            closing = threading.Thread(target=judge.close)
            closing.start()
            closing.join(50)
            self.assertFalse(closing.is_alive())
            os.kill(child, 9)
            os.waitpid(child, 0)

    def test_a_child_may_open_its_own(self) -> None:
        code = """if True:
            import os, secucogen
            with secucogen.Judge(workers=1) as judge:
                child = os.fork()
                if child == 0:
                    with secucogen.Judge(workers=1) as own:
                        os._exit(17 if own.check("CWE-89_01", code="pass").verdict == "incorrect" else 1)
                print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), judge.check("CWE-89_01", code="pass").verdict)
            """
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        self.assertEqual(done.stdout, "17 incorrect\n", done.stderr)


if __name__ == "__main__":
    unittest.main()
