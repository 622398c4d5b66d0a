b = threading.Barrier(2)
def come():
    try:
        b.wait(0.02)
        print("through")
    except threading.BrokenBarrierError:
        print("broken")
t = threading.Thread(target=come)
t.start()
b.reset()
t.join()
print(b.broken)
