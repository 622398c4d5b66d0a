import { now, ownPeer } from '../host.ts';
import { serve } from '../serve.ts';
import { testJobs } from './jobs.ts';

serve(testJobs, ownPeer(), now);
