package main

func twoRanges(show Show) {
	ch := make(chan int, 1)
	done := make(chan string)
	for _, name := range []string{"a", "b"} {
		go func(name string) {
			for n := range ch {
				show(name, n)
			}
			done <- name
		}(name)
	}
	ch <- 1
	ch <- 2
	close(ch)
	show(<-done)
	show(<-done)
}
