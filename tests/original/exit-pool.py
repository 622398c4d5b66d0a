pool = futures.ThreadPoolExecutor(1)
def work(n):
    print("call", n)
    if n < 2:
        try:
            pool.submit(work, n + 1)
        except RuntimeError as error:
            print(error)
pool.submit(work, 1)
print("main")
