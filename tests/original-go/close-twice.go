package main

func closeTwice(show Show) {
	ch := make(chan int)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				show("recovered")
			}
		}()
		close(ch)
		show("closed")
	}()
	close(ch)
	show("main closed")
}
