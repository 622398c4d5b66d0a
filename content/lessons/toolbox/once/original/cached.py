from functools import cache
from threading import Barrier, Thread

both = Barrier(2)


@cache
def read_map():
    print("reads the map\n", end="", flush=True)
    both.wait()
    return "the valley"


threads = [Thread(target=read_map) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("done")
