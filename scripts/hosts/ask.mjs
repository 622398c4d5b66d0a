/** What a host has to do with the built site: asked by plain requests, as a browser would. */

/**
 * @typedef {object} Host
 * @property {readonly ('404' | '404 below' | 'caching' | 'compression' | 'slash')[]} [lacks] what it leaves out, and is not asked: the course's own page for what is not there (below a
 *   sub-path alone), what never changes, compression, the way from a folder's name to the same with a slash
 * @property {boolean} [sends] false: it sends no headers of ours, as GitHub Pages
 */

/**
 * Asks for pages and files below the address of the site.
 *
 * @param {string} base ends with a slash
 * @param {Host} host
 * @param {{ hashed: string, style: string, index: string | undefined, notFound: string }} files names of a script, a style and a part of the search index; the text of 404.html
 * @returns {Promise<string[]>} what is not as it should be
 */
export async function ask(base, { lacks = [], sends = true }, { hashed, style, index, notFound }) {
  const get = async (file, headers = {}) => {
    const answer = await fetch(base + file, { redirect: 'manual', headers });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const problems = [];
  const has = (what) => !lacks.includes(what);
  const expect = (what, found, wanted) => {
    if (wanted instanceof RegExp ? !wanted.test(String(found)) : found !== wanted) problems.push(`${what}: ${found}, expected ${wanted}`);
  };
  const type = (answer) => answer.headers.get('content-type');

  const home = await get('');
  expect('first page', home.status, 200);
  expect('its type', type(home), /^text\/html/);
  expect('isolation of the first page', home.headers.get('cross-origin-opener-policy'), null);
  const folder = await get('contents');
  if (has('slash')) expect('a folder without its slash', `${folder.status} ${new URL(folder.headers.get('location') ?? '', base).href === new URL('contents/', base).href}`, /^30[1278] true$/);
  expect('a page', (await get('contents/')).status, 200);
  const lost = await get('no/such/page/');
  expect('a page that is not there', lost.status, 404);
  if (has('404') && (has('404 below') || new URL(base).pathname === '/')) expect('the course’s own page for it', lost.text === notFound, true);
  expect('a script', type(await get(`_astro/${hashed}`)), /^(text|application)\/javascript/);
  expect('a style', type(await get(`_astro/${style}`)), /^text\/css/);
  expect('a picture', type(await get('favicon.svg')), /^image\/svg\+xml/);
  if (index) expect('the search index', (await get(`pagefind/${index}`)).status, 200);
  expect('the worker, asked again', (await get('sw.js')).headers.get('cache-control'), /no-cache|max-age=0/);
  if (has('caching')) expect('what never changes', (await get(`_astro/${hashed}`)).headers.get('cache-control'), /immutable/);
  if (has('compression')) expect('compression', (await get(`_astro/${style}`, { 'accept-encoding': 'gzip' })).headers.get('content-encoding'), 'gzip');
  const lab = await get('lab/');
  expect('the lab', `${lab.status} ${lab.headers.get('cross-origin-opener-policy')} ${lab.headers.get('cross-origin-embedder-policy')}`, sends ? '200 same-origin require-corp' : '200 null null');
  if (sends) expect('scripts of its workers', (await get(`_astro/${hashed}`)).headers.get('cross-origin-embedder-policy'), 'require-corp');
  expect('what lies outside', /root:/.test((await get('..%2f..%2f..%2f..%2fetc/passwd')).text), false);
  return problems;
}
