import asyncio

PHOTOS, LIMIT = 10_000, 10


async def inside():
    places, most = asyncio.Semaphore(LIMIT), 0

    async def develop():
        async with places:
            await asyncio.sleep(0)

    async with asyncio.TaskGroup() as group:
        for _ in range(PHOTOS):
            group.create_task(develop())
            most = max(most, len(asyncio.all_tasks()))
    return most


async def outside():
    places, most = asyncio.Semaphore(LIMIT), 0

    async def develop():
        try:
            await asyncio.sleep(0)
        finally:
            places.release()

    async with asyncio.TaskGroup() as group:
        for _ in range(PHOTOS):
            await places.acquire()
            group.create_task(develop())
            most = max(most, len(asyncio.all_tasks()))
    return most


print("a place inside:  tasks at most", asyncio.run(inside()))
print("a place outside: tasks at most", asyncio.run(outside()))
