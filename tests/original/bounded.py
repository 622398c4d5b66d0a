seats = threading.BoundedSemaphore(1)
def release(name):
    try:
        seats.release()
        print(name, "released")
    except ValueError as error:
        print(name, error)
seats.acquire()
ts = [threading.Thread(target=release, args=(name,)) for name in "ab"]
for t in ts: t.start()
print(seats.acquire(timeout=0.005))
for t in ts: t.join()
