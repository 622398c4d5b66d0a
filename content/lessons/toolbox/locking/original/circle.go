package main

import (
	"fmt"
	"sync"
	"time"
)

var rod, reel, bait sync.Mutex

func fish(first, then *sync.Mutex, met *sync.WaitGroup) {
	first.Lock()
	met.Done()
	met.Wait() // until each of the three holds one
	then.Lock()
	fmt.Println("fishes")
}

func main() {
	var met sync.WaitGroup
	met.Add(3)
	go fish(&rod, &reel, &met)
	go fish(&reel, &bait, &met)
	go fish(&bait, &rod, &met)

	for second := 1; second <= 3; second++ {
		time.Sleep(time.Second)
		fmt.Println(second, "s: all quiet")
	}
	fmt.Println("now main waits, too")
	rod.Lock()
}
