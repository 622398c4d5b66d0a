/** Listings in the original languages, and what they printed. */
const texts = import.meta.glob<string>('/content/lessons/*/*/original/*', { query: '?raw', import: 'default' });

/** The text of a listing beside a lesson, or undefined. */
export const originalText = async (lesson: string, file: string): Promise<string | undefined> => texts[`/content/lessons/${lesson}/original/${file}`]?.();
