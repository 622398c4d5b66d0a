import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor, TimeoutError
from concurrent.futures import as_completed


def square(n):
    if n == 2:
        raise ValueError("not two")
    return n * n


def wait(seconds):
    time.sleep(seconds)
    return seconds


with ThreadPoolExecutor(2) as pool:
    quiet = pool.submit(square, 2)
error = repr(quiet.exception())
print("1. the with block says nothing;", error)

with ThreadPoolExecutor(2) as pool:
    got = []
    try:
        for n in pool.map(square, [1, 2, 3]):
            got.append(n)
    except ValueError as error:
        print("2. map gives", got, "then raises", repr(error))

with ThreadPoolExecutor(3) as pool:
    futures = [pool.submit(wait, s) for s in (0.3, 0.1, 0.2)]
    print("3.", [f.result() for f in as_completed(futures)])
    print("  ", list(pool.map(wait, (0.3, 0.1, 0.2))))

taken = []


def numbers():
    for n in range(1000):
        taken.append(n)
        yield n


with ThreadPoolExecutor(1) as pool:
    results = pool.map(lambda n: n, numbers())
    print("4. taken before the first result:", len(taken))

with ThreadPoolExecutor(1) as pool:
    def outer():
        return pool.submit(wait, 0).result(timeout=0.5)
    try:
        pool.submit(outer).result()
    except TimeoutError:
        print("5. a task waits for its own pool: TimeoutError")

with ThreadPoolExecutor(3) as pool:
    start = time.monotonic()
    list(pool.map(wait, [0.2] * 10))
    took = time.monotonic() - start
    print(f"6. ten of 0.2 s, three workers: {took:.1f} s")

pool = ThreadPoolExecutor()
usual = min(32, os.cpu_count() + 4)
size = pool._max_workers
print("7. usual size as documented:", size == usual)
worker = pool.submit(threading.current_thread).result()
print("8. daemon:", worker.daemon)
