"""`AsyncJudge` is `Judge` for asyncio: many tasks, one process, and a loop that never stands still."""

import asyncio
import unittest

from support import FakeJudge, program
from secucogen import AsyncJudge, JudgeError, NotJudged


class AsyncVerdicts(unittest.IsolatedAsyncioTestCase):
    async def test_many_tasks_share_it_and_each_gets_its_own_verdict(self) -> None:
        async with AsyncJudge(workers=2, with_code=True) as judge:
            texts = [f"x = {number}\n" for number in range(50)] + [program("CWE-89_01", "secure")]
            found = await asyncio.gather(*(judge.check("CWE-89_01", code=text) for text in texts))
            self.assertEqual([verdict.code for verdict in found], texts)
            self.assertTrue(found[-1].is_secure)
            self.assertEqual(judge.ready.sandbox_level, found[-1].sandbox_level)

    async def test_batches_come_in_order_from_ordinary_and_asynchronous_iterators(self) -> None:
        answers = [{"task_id": "CWE-89_01", "code": f"{number % 2}", "id": number} for number in range(600)]

        async def stream():
            for answer in answers:
                yield answer

        async with AsyncJudge(workers=1) as judge:
            for source in (answers, stream()):
                self.assertEqual([verdict.id async for verdict in judge.batch(source)], list(range(600)))
            mixed = [{"task_id": "?", "code": ""}, {"task_id": "CWE-89_01", "code": "0"}, {"task_id": "CWE-89_01"}]
            found = [one async for one in judge.batch(mixed, return_exceptions=True)]
            self.assertEqual([isinstance(one, NotJudged) for one in found], [True, False, True])
            with self.assertRaises(NotJudged):
                [one async for one in judge.batch(mixed)]


class Misuse(unittest.IsolatedAsyncioTestCase):
    async def test_a_judge_that_is_not_open_or_was_closed_says_so(self) -> None:
        judge = AsyncJudge(workers=1)
        with self.assertRaisesRegex(JudgeError, "not open"):
            await judge.check("CWE-89_01", code="")
        async with judge:
            pass
        with self.assertRaisesRegex(JudgeError, "closed"):
            await judge.check("CWE-89_01", code="")

    async def test_the_loop_goes_on_while_the_judge_has_no_room(self) -> None:
        # Reads nothing until a file appears, which the loop makes while a megabyte waits to be sent.
        with FakeJudge("""
            ready()
            while not os.path.exists(__file__ + ".go"): time.sleep(0.01)
            for line in lines(): verdict(line)
            """) as program:
            async with AsyncJudge(binary=program) as judge:
                waiting = [asyncio.create_task(judge.check("x", code="#" * 100_000)) for _ in range(10)]
                await asyncio.sleep(0.05)
                self.assertFalse(any(task.done() for task in waiting))
                open(program + ".go", "w").close()
                self.assertEqual({verdict.verdict for verdict in await asyncio.gather(*waiting)}, {"secure"})

    async def test_a_task_that_is_cancelled_disturbs_no_other(self) -> None:
        with FakeJudge("""
            ready()
            two = [line for _, line in zip(range(2), lines())]
            for line in two: verdict(line)
            for line in lines(): verdict(line)
            """) as program:
            async with AsyncJudge(binary=program) as judge:
                first = asyncio.create_task(judge.check("a", code=""))
                await asyncio.sleep(0.05)
                first.cancel()
                self.assertEqual((await judge.check("b", code="")).task_id, "b")
                with self.assertRaises(asyncio.CancelledError):
                    await first


if __name__ == "__main__":
    unittest.main()
