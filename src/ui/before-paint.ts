/**
 * Runs in the head, before anything is drawn, so that a remembered theme or a closed sidebar does not flash.
 * It is text because the content policy names it by its hash. Storage may be forbidden, hence the `try`.
 */
export const beforePaint = `(function (root) {
  root.dataset.script = '';
  try {
    var theme = localStorage.getItem('happens-before:theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    if (localStorage.getItem('happens-before:sidebar') === 'closed') root.dataset.sidebar = 'closed';
  } catch (_) {}
})(document.documentElement);`;
