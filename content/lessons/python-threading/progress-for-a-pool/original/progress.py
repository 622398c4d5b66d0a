import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def bar(items, total):
    """What tqdm does, with a line for each move."""
    start = time.monotonic()
    for n, item in enumerate(items, 1):
        yield item
        took = time.monotonic() - start
        print(f"   {n}/{total} after {took:.1f} s")


def load(seconds):
    time.sleep(seconds)
    if seconds == 0.3:
        raise OSError("connection reset")
    return seconds


SECONDS = [1.2, 0.1, 0.2]

print("1. map, slow one first")
with ThreadPoolExecutor(3) as pool:
    for _ in bar(pool.map(load, SECONDS), 3):
        pass

print("2. as_completed")
with ThreadPoolExecutor(3) as pool:
    futures = [pool.submit(load, s) for s in SECONDS]
    for _ in bar(as_completed(futures), 3):
        pass

print("3. a failure in the middle, map")
with ThreadPoolExecutor(3) as pool:
    try:
        for _ in bar(pool.map(load, [0.1, 0.3, 0.5]), 3):
            pass
    except OSError as error:
        print("  ", error)

print("4. the same, with callbacks")
moves = []
with ThreadPoolExecutor(3) as pool:
    for s in 0.1, 0.3, 0.5:
        pool.submit(load, s).add_done_callback(
            lambda _: moves.append(threading.current_thread())
        )
main = threading.main_thread()
print(f"   {len(moves)}/3, in main: {moves.count(main)}")
