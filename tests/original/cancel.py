pool = futures.ThreadPoolExecutor(1)
def call():
    print("call")
    return 1
f = pool.submit(call)
print(f.cancel())
try:
    print(f.result())
except futures.CancelledError:
    print("cancelled")
pool.shutdown()
