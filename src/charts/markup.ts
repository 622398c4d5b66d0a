import { escapeMarkup } from '#base';

/** Coordinates have one decimal: a tenth of a pixel is enough, and keeps a page small. */
export const round = (n: number): string => String(Math.round(n * 10) / 10);

export function label(x: number, y: number, text: string, kind: string, anchor: 'start' | 'middle' | 'end' = 'start'): string {
  return `<text class="${kind}" x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escapeMarkup(text)}</text>`;
}

/** Sizes are in rem: a picture grows with the reader's text size. It carries classes only; charts.css decides the colours. */
export function picture(width: number, height: number, content: string): string {
  return `<svg class="chart" viewBox="0 0 ${width} ${height}" style="width:${width / 16}rem;height:${height / 16}rem" aria-hidden="true" focusable="false">${content}</svg>`;
}
