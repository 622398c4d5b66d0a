package main

import (
	"fmt"
	"runtime"
	"time"
)

func check(disk string) string {
	if disk == "b" {
		time.Sleep(time.Millisecond)
		return "b: full"
	}
	time.Sleep(5 * time.Millisecond)
	return ""
}

func firstProblem(disks []string, room int) string {
	reports := make(chan string, room)
	for _, disk := range disks {
		go func(disk string) { reports <- check(disk) }(disk)
	}
	for range disks {
		if problem := <-reports; problem != "" {
			return problem
		}
	}
	return "all is well"
}

func main() {
	disks := []string{"a", "b", "c"}
	for _, room := range []int{3, 1, 0} {
		before := runtime.NumGoroutine()
		for i := 0; i < 100; i++ {
			firstProblem(disks, room)
		}
		time.Sleep(100 * time.Millisecond)
		left := runtime.NumGoroutine() - before
		fmt.Printf("room for %d: %d left behind\n", room, left)
	}
}
