import type { Waiting } from '#trace';
import type { Fault } from './classify.ts';
import { isSame } from './same.ts';
import type { Mistake } from './spec.ts';

export interface Evidence {
  readonly fault: Fault;
  readonly scene: string;
  readonly waiting: readonly Waiting[];
  readonly code: string;
}

/** The first of the author's mistakes that fits what happened. */
export function matchMistake(mistakes: Readonly<Record<string, Mistake>>, { fault, scene, waiting, code }: Evidence): { name: string; mistake: Mistake } | undefined {
  const text = withoutComments(code);
  for (const [name, mistake] of Object.entries(mistakes)) {
    if (mistake.verdict !== fault.kind) continue;
    if (mistake.scene !== undefined && mistake.scene !== scene) continue;
    if (mistake.reason !== undefined && !waiting.some((one) => one.reason === mistake.reason)) continue;
    if (mistake.message !== undefined && !mistake.message.test(fault.message ?? '')) continue;
    if (mistake.code !== undefined && !mistake.code.test(text)) continue;
    if ('got' in mistake && !isSame(mistake.got, fault.value)) continue;
    return { name, mistake };
  }
  return undefined;
}

/** The program's text without comments. Comment marks inside strings are kept. */
export function withoutComments(code: string): string {
  return code.replace(/("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_all, text: string | undefined) => text ?? ' ');
}
