package main

import "fmt"

func bakeCake() {
	panic("no flour")
}

func makeTea(served chan<- string) {
	served <- "tea"
}

func main() {
	served := make(chan string)
	go bakeCake()
	go makeTea(served)
	fmt.Println(<-served, "is served")
	fmt.Println("closing time")
}
