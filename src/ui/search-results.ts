import type { Hit } from './search-index.ts';

/** One list item per page that was found. */
export function drawHits(hits: readonly Hit[]): HTMLLIElement[] {
  return hits.map((hit) => {
    const item = document.createElement('li');
    const page = link(hit.url, hit.title);
    page.className = 'hit';
    if (hit.place !== '') page.append(element('span', 'hit-place', hit.place));
    const excerpt = element('span', 'hit-excerpt', '');
    excerpt.innerHTML = hit.excerpt;
    page.append(excerpt);
    item.append(page);
    if (hit.sections.length > 0) {
      const sections = element('ul', 'hit-sections', '');
      sections.append(
        ...hit.sections.map((section) => {
          const entry = document.createElement('li');
          entry.append(link(section.url, section.title));
          return entry;
        }),
      );
      item.append(sections);
    }
    return item;
  });
}

function link(url: string, title: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.append(element('span', 'hit-title', title));
  return anchor;
}

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
