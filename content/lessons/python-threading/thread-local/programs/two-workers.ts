import {
  local,
  ThreadPoolExecutor,
} from 'happens-before/threading';

const request = new local<{ user: string }>();

async function handle(user?: string) {
  if (user) request.user = user; // logged in
  const name = 'user' in request ? request.user : 'stranger';
  console.log('hello', name);
}

const pool = new ThreadPoolExecutor({
  maxWorkers: 2,
  threadNamePrefix: 'w',
});
pool.submit(handle, 'Alice');
pool.submit(handle);
