mine = threading.local()
def call(name):
    seen = getattr(mine, "user", "-")
    mine.user = name
    return seen
pool = futures.ThreadPoolExecutor(2)
print(*[f.result() for f in [pool.submit(call, name) for name in "ab"]])
pool.shutdown()
