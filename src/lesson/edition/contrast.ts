/** The grounds of the two themes, as src/styles/tokens.css has them. */
const grounds = { light: '#ffffff', dark: '#15181e' } as const;
const LEAST = 4.5;

/** Relative luminance, by WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How far apart two colours are, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What is wrong with text of this colour in a theme, or undefined. */
export function contrastProblem(colour: string, theme: 'light' | 'dark'): string | undefined {
  const found = contrast(colour, grounds[theme]);
  if (found >= LEAST) return undefined;
  return `${colour} cannot be read well on the ${theme} theme: its contrast is ${found.toFixed(1)}, and ${LEAST} is needed. Take a ${theme === 'light' ? 'darker' : 'lighter'} one.`;
}
