import asyncio


async def work(number):
    await asyncio.sleep(0.001)
    return number


async def gather():
    process = await asyncio.create_subprocess_exec("echo", "hi", stdout=asyncio.subprocess.PIPE)
    output, _ = await process.communicate()
    return await asyncio.gather(*(work(number) for number in range(5))), output


def answer(question):
    return asyncio.run(gather())


# --- check
from harness import solution


def test_answer():
    assert solution.answer("") == ([0, 1, 2, 3, 4], b"hi\n")
