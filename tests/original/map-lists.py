pool = futures.ThreadPoolExecutor(2)
def ratio(a, b):
    print("call", a)
    if b == 0:
        raise ValueError("zero")
    return a // b
try:
    for n in pool.map(ratio, [6, 8, 9], [3, 0]):
        print(n)
except ValueError as error:
    print(error)
pool.shutdown()
