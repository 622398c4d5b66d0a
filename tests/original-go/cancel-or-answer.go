package main

import "context"

func cancelOrAnswer(show Show) {
	ctx, stop := context.WithCancel(context.WithValue(context.Background(), "who", "tea"))
	answers := make(chan string, 1)
	go func() {
		answers <- ctx.Value("who").(string)
		stop()
	}()
	select {
	case answer := <-answers:
		show(answer, ctx.Err() == nil)
	case <-ctx.Done():
		show(ctx.Err(), len(answers))
	}
}
