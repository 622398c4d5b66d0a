package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	runtime.GOMAXPROCS(1) // one core, as in the lanes above

	go func() {
		for {
		}
	}()

	time.Sleep(10 * time.Millisecond)
	fmt.Println("main is back")
}
