from threading import BoundedSemaphore, Semaphore


def free(semaphore):
    count = 0
    while semaphore.acquire(blocking=False):
        count += 1
    return count


plain = Semaphore(1)
plain.release()
print("Semaphore(1), released once:", free(plain), "permits")

bounded = BoundedSemaphore(1)
try:
    bounded.release()
except ValueError as error:
    print("BoundedSemaphore(1):", error)
