/** The browser's storage; merely to ask for it throws where a site may keep nothing. */
export function shelf(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
