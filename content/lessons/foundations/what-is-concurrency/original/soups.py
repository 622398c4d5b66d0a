import asyncio
import threading
from time import perf_counter

CHOP, SIMMER = 0.1, 0.3


def chop():
    done = perf_counter() + CHOP
    while perf_counter() < done:
        pass


async def soup():
    chop()
    await asyncio.sleep(SIMMER)


async def in_turn():
    await soup()
    await soup()


async def side_by_side():
    await asyncio.gather(soup(), soup())


for kitchen in in_turn, side_by_side:
    began = perf_counter()
    asyncio.run(kitchen())
    print(kitchen.__name__, f"{perf_counter() - began:.1f} s")
print("threads:", threading.active_count())
