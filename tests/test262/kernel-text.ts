import { rolldown } from 'rolldown';
import { fileURLToPath } from 'node:url';

const KERNEL = fileURLToPath(new URL('realm.ts', import.meta.url));

/**
 * The kernel as one script without imports. A realm needs a copy of its own: the errors, arrays and promises that the kernel makes
 * must be those of the realm in which the test looks at them.
 */
export async function bundleKernel(): Promise<string> {
  const bundle = await rolldown({ input: KERNEL });
  const { output } = await bundle.generate({ format: 'iife', name: 'realm', strict: true });
  await bundle.close();
  return output[0].code;
}
