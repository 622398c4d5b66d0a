/** The script of a worker. */
import { now, ownPeer } from './host.ts';
import { jobs } from './jobs.ts';
import { serve } from './serve.ts';

serve(jobs, ownPeer(), now);
