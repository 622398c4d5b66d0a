import copy
from threading import Lock


class Room:
    def __init__(self):
        self.lock = Lock()
        self.guests = 0


hall = Room()
other = copy.copy(hall)
other.guests += 1
print("guests:", hall.guests, "and", other.guests)
print("one lock for both:", other.lock is hall.lock)
try:
    copy.deepcopy(hall)
except TypeError as error:
    print(error)
