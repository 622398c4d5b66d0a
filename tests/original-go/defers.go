package main

func defers(show Show) {
	ch := make(chan int)
	go func() {
		defer close(ch)
		defer func() { show("recovered", recover()) }()
		for i := 0; i < 2; i++ {
			defer show("deferred", i)
		}
		ch <- 1
		panic("spilt")
	}()
	for n := range ch {
		show(n)
	}
	panic("main")
}
