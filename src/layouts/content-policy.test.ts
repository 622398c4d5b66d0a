import { describe, expect, it } from 'vitest';
import { contentPolicy } from './content-policy.ts';

describe('contentPolicy', () => {
  it('names inline scripts by their hash and allows no other', () => {
    const policy = contentPolicy({ inlineScripts: ['x()'] });
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
    expect(policy).toContain("frame-src 'none'");
  });

  it('adds what the sandbox needs, and only where it is asked for', () => {
    const policy = contentPolicy({ inlineScripts: [], scriptSources: ["'unsafe-eval'", 'blob:'], workerSources: ['blob:'] });
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval' blob:;");
    expect(policy).toContain("worker-src 'self' blob:;");
  });
});
