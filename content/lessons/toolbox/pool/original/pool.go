package main

import (
	"bytes"
	"fmt"
	"runtime"
	"sync"
)

func main() {
	made := 0
	pool := sync.Pool{New: func() any {
		made++
		return new(bytes.Buffer)
	}}

	b := pool.Get().(*bytes.Buffer)
	b.WriteString("you owe us 900")
	pool.Put(b)
	b = pool.Get().(*bytes.Buffer)
	fmt.Printf("got %q, made %d\n", b, made)

	pool.Put(b)
	runtime.GC()
	b = pool.Get().(*bytes.Buffer)
	fmt.Printf("after one collection: made %d\n", made)

	pool.Put(b)
	runtime.GC()
	runtime.GC()
	pool.Get()
	fmt.Printf("after two collections: made %d\n", made)

	var empty sync.Pool
	fmt.Println("without New:", empty.Get())
}
