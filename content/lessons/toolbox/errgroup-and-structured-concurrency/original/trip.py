import asyncio


async def hotel():
    raise RuntimeError("sold out")


async def flight():
    try:
        await asyncio.sleep(0.03)
        print("flight: card charged")
    except asyncio.CancelledError:
        print("flight: given up")
        raise


async def gathered():
    try:
        await asyncio.gather(hotel(), flight())
    except RuntimeError as error:
        print("gather:", error)
    await asyncio.sleep(0.1)


async def grouped():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(hotel())
            group.create_task(flight())
    except* RuntimeError as errors:
        print("TaskGroup:", errors.exceptions)


asyncio.run(gathered())
asyncio.run(grouped())
