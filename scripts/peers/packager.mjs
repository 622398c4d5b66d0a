/** What stands for the part of Sandpack that is on no registry. */

const PACKAGER = /prod-packager-packages\.codesandbox\.io\/v2\/packages\/(.+)\/([^/]+)\.json|execute-api\.[\w-]+\.amazonaws\.com/;

/**
 * Sandpack's bundler asks a service of CodeSandbox for two packages that every program gets, whether it uses them or not. For this page they are
 * answered at once, empty: a program that prints needs nothing of them. Whatever else goes to other hosts fails, as on a machine without a network.
 *
 * @param {import('playwright').Page} page
 */
export async function answerPackages(page) {
  await page.route(PACKAGER, async (route) => {
    const [, name = 'nothing', version = '0.0.0'] = PACKAGER.exec(route.request().url()) ?? [];
    const file = (text) => ({ content: text, isModule: false, requires: [] });
    const contents = { [`/node_modules/${name}/package.json`]: file(JSON.stringify({ name, version, main: 'index.js' })), [`/node_modules/${name}/index.js`]: file('module.exports = {};') };
    const body = JSON.stringify({ contents, dependency: { name, version }, peerDependencies: {}, dependencyDependencies: {}, dependencyAliases: {} });
    await route.fulfill({ status: 200, contentType: 'application/json', headers: { 'access-control-allow-origin': '*' }, body });
  });
}
