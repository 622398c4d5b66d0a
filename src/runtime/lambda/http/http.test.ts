import { describe, expect, it } from 'vitest';
import { explored, printed, ran } from '../testing/programs.ts';

const url = (settings: string, options: string, rest: string) => `
  const account = new Account();
  const fn = account.function({ name: 'f', ${settings} });
  const url = fn.url({ authType: 'NONE', ${options} });
  ${rest}
`;
const HELLO = "handler: async (event: any) => ({ statusCode: 201, headers: { 'X-Who': 'me' }, body: event.requestContext.http.method + event.rawPath + (event.body ?? '') })";

describe('function URLs', () => {
  it('LA140: a URL hands a request to the handler, and its answer back; an answer without statusCode is the body', () => {
    expect(printed(url(HELLO, '', "console.log(await url.fetch({ method: 'POST', path: '/a', body: { n: 1 } }));"))).toEqual(["{ status: 201, headers: { 'x-who': 'me' }, body: 'POST/a{\"n\":1}' }"]);
    expect(printed(url('handler: async () => ({ n: 1 })', '', 'console.log(await url.fetch());'))).toEqual(["{ status: 200, headers: { 'content-type': 'application/json' }, body: '{\"n\":1}' }"]);
  });

  it('LA141: AWS_IAM answers 403 to who does not sign; NONE does unless the policy has both statements', () => {
    const statuses = (options: string) => printed(url('', options, 'console.log((await url.fetch()).status, (await url.fetch({ signed: true })).status, fn.metrics().Invocations);'));
    expect(statuses("authType: 'AWS_IAM'")).toEqual(['403 200 1']);
    expect(statuses('')).toEqual(['200 200 2']);
    expect(statuses("permissions: ['lambda:InvokeFunctionUrl']")).toEqual(['403 403 0']);
    expect(ran(url('', "authType: 'SECRET' as any", '')).end).toMatch(/Value 'SECRET' at 'authType' failed to satisfy constraint: Member must satisfy enum value set: \[NONE, AWS_IAM\]/);
  });

  it('LA142: 413 above 6 MB, 429 without room, 502 when the handler fails', () => {
    const answer = (settings: string, request = '', options = '') => printed(url(settings, options, `const { status, headers, body } = await url.fetch(${request}); console.log(status, body, Object.keys(headers).join());`));
    expect(answer('reserved: 0')).toEqual(['429 {"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","Type":"User","message":"Rate Exceeded."} content-type']);
    expect(answer('', "{ method: 'POST', body: 'x'.repeat(6_291_457) }")).toEqual(['413 {"Message":"Request must be smaller than 6291456 bytes for the InvokeFunction operation"} content-type']);
    expect(answer("handler: async () => { throw new Error('secret'); }")).toEqual(['502 Internal Server Error ']);
    // Where CORS is configured, the script of another site can read that it was turned away.
    const origin = 'https://shop.example';
    expect(answer('reserved: 0', `{ headers: { origin: '${origin}' } }`, `cors: { allowOrigins: ['${origin}'] }`)[0]).toMatch(/^429 .* content-type,access-control-allow-origin$/);
  });

  it('LA143: Lambda answers preflights and adds CORS headers; a handler that adds them too makes the browser refuse', () => {
    const cors = "cors: { allowOrigins: ['https://shop.example'], allowMethods: ['GET'] }";
    const call = "const headers = { origin: 'https://shop.example' }; const pre = await url.fetch({ method: 'OPTIONS', headers }); const got = await url.fetch({ headers }); const other = await url.fetch({ headers: { origin: 'https://evil.example' } }); console.log(pre.status, pre.headers['access-control-allow-methods'], got.readable, other.readable, other.status, fn.metrics().Invocations);";
    expect(printed(url('handler: async () => 1', cors, call))).toEqual(['200 GET true false 200 2']);
    expect(printed(url("handler: async () => ({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: '' })", cors, "const got = await url.fetch({ headers: { origin: 'https://shop.example' } }); console.log(got.headers['access-control-allow-origin'], got.readable);"))).toEqual(['*, https://shop.example false']);
  });
});

describe('API Gateway', () => {
  const api = (settings: string, options: string, rest: string) => `
    const account = new Account();
    const fn = account.function({ name: 'f', ${settings} });
    const api = account.api({ name: 'shop', handler: fn, ${options} });
    ${rest}
  `;

  it('LA144: the gateway stops waiting after 29 s and answers 504; the function goes on', () => {
    expect(printed(api("handler: async () => { await sleep(40_000); console.log('done', now()); return { statusCode: 200, body: '' }; }", '', 'console.log(await api.fetch(), now()); await sleep(20_000);'))).toEqual(["{ status: 504, headers: { 'content-type': 'application/json' }, body: '{\"message\":\"Endpoint request timed out\"}' } 29000", 'done 40000']);
  });

  it('LA145: 502 for a handler that fails or answers in no HTTP form, 500 when Lambda has no room, 413 above 6 MB', () => {
    const status = (settings: string, body = "''") => printed(api(settings, '', `console.log((await api.fetch({ method: 'POST', body: ${body} })).status);`));
    expect(status(HELLO)).toEqual(['201']);
    expect(status("handler: async () => 'hello'")).toEqual(['502']);
    expect(status("handler: async () => { throw new Error(); }")).toEqual(['502']);
    expect(status('reserved: 0')).toEqual(['500']);
    expect(status(HELLO, "'x'.repeat(6_291_457)")).toEqual(['413']);
  });

  it('LA146: the gateway lets a burst through, and then its rate; the rest gets 429 and is no invocation', () => {
    expect(printed(api(HELLO, 'rate: 10, burst: 5', `
      const statuses: number[] = [];
      for (let i = 0; i < 7; i++) statuses.push((await api.fetch()).status);
      await sleep(100);
      statuses.push((await api.fetch()).status, (await api.fetch()).status);
      console.log(statuses.join(' '), fn.metrics().Invocations);
    `))).toEqual(['201 201 201 201 201 429 429 201 429 6']);
  });

  it('LA147: an answer at the very moment of the timeout comes in time or too late', () => {
    expect(explored(api("handler: async () => { await sleep(29_000); return { statusCode: 200, body: '' }; }", '', 'console.log((await api.fetch()).status);')).outcomes).toEqual(['200', '504']);
  });
});
