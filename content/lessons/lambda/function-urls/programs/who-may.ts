import type { UrlOptions } from 'happens-before/lambda';
import { Account } from 'happens-before/lambda';

const account = new Account();
const hello = account.function({
  name: 'hello',
  handler: async () => 'hello',
});

async function knock(options: UrlOptions, signed: boolean) {
  const answer = await hello.url(options).fetch({ signed });
  const { Invocations } = hello.metrics();
  console.log(answer.status, `invocations: ${Invocations}`);
}

await knock({ authType: 'AWS_IAM' }, false);
await knock({ authType: 'AWS_IAM' }, true);
const old = ['lambda:InvokeFunctionUrl'] as const;
await knock({ authType: 'NONE', permissions: old }, false);
const both = [...old, 'lambda:InvokeFunction'] as const;
await knock({ authType: 'NONE', permissions: both }, false);
