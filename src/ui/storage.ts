/** The reader's choices, kept in this browser. Where storage is forbidden they last as long as the page. */

type Choice = 'theme' | 'sidebar';

const key = (choice: Choice) => `happens-before:${choice}`;

export function remember(choice: Choice, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key(choice));
    else localStorage.setItem(key(choice), value);
  } catch {
    // Nothing to do: the choice already holds for this page.
  }
}

export function recall(choice: Choice): string | undefined {
  try {
    return localStorage.getItem(key(choice)) ?? undefined;
  } catch {
    return undefined;
  }
}
