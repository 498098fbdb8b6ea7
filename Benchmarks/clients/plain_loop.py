"""The least that a Python client can do: aiohttp, a bounded number of connections, JSON in and out, answers kept in memory.

    python3 plain_loop.py BASE_URL REQUESTS CONNECTIONS
"""

import asyncio
import sys

import aiohttp


async def main(base_url: str, requests: int, connections: int) -> None:
    gate = asyncio.Semaphore(connections)
    answers = []
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=connections)) as session:

        async def ask(number: int) -> None:
            async with gate:
                body = {"model": "mock", "messages": [{"role": "user", "content": f"Question {number}. " + "x" * 1200}], "max_tokens": 1024}
                async with session.post(f"{base_url}/chat/completions", json=body) as reply:
                    answers.append((await reply.json())["choices"][0]["message"]["content"])

        await asyncio.gather(*(ask(number) for number in range(requests)))
    assert len(answers) == requests


asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
