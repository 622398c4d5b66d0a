import asyncio
from time import perf_counter

began = perf_counter()


def at():
    return f"at {(perf_counter() - began) * 100:.0f}"


async def clock():
    for _ in range(3):
        await asyncio.sleep(0.1)
        print("tick", at())


async def report():
    done = perf_counter() + 0.5
    while perf_counter() < done:
        pass
    print("report", at())


async def main():
    await asyncio.gather(clock(), report())


asyncio.run(main())
