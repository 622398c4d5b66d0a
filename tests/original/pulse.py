tick = threading.Event()
def wait():
    print(tick.wait(), tick.is_set())
t = threading.Thread(target=wait)
t.start()
tick.set()
tick.clear()
t.join()
